import { css } from 'lit';

/** Preferences, and what is known of the customer. */
export const forms = css`
  h3 {
    margin: 1.4rem 0 0.6rem;
    font-size: 0.9375rem;
    font-weight: 650;
  }
  form h3 {
    margin-block-start: 0.2rem;
  }
  form > .primary {
    inline-size: 100%;
    margin-block-start: 0.4rem;
  }
  .field {
    display: grid;
    gap: 0.25rem;
    margin: 0 0 0.85rem;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  .field > span,
  legend {
    padding: 0;
    font-size: 0.8438rem;
    font-weight: 600;
    color: var(--soft);
  }
  legend {
    margin-block-end: 0.25rem;
  }
  select,
  .field > input {
    inline-size: 100%;
    min-block-size: 2.5rem;
  }
  fieldset.field {
    display: flex;
    align-items: center;
    gap: 0.5rem;
  }
  fieldset.field label {
    flex: 0 1 8rem;
    min-inline-size: 0;
  }
  fieldset.field input {
    inline-size: 100%;
    padding-inline: 0.5rem;
  }
  fieldset.field legend {
    inline-size: 100%;
  }
  .switch {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1rem;
    padding: 0.6rem 0;
    border-block-end: 1px solid var(--line);
    cursor: pointer;
  }
  .switch b {
    display: block;
    font-weight: 600;
  }
  small {
    display: block;
    font-size: 0.8125rem;
    color: var(--soft);
  }
  .switch input {
    appearance: none;
    flex: none;
    position: relative;
    inline-size: 2.75rem;
    block-size: 1.6rem;
    margin: 0;
    border: 1.5px solid var(--soft);
    border-radius: 1rem;
    background: var(--ground);
    cursor: pointer;
    transition: background 0.15s ease;
  }
  .switch input::after {
    content: '';
    position: absolute;
    inset-block-start: 0.16rem;
    inset-inline-start: 0.18rem;
    inline-size: 1.1rem;
    block-size: 1.1rem;
    border-radius: 50%;
    background: var(--soft);
    transition: inset-inline-start 0.15s ease;
  }
  .switch input:checked {
    background: var(--accent);
    border-color: var(--accent);
  }
  .switch input:checked::after {
    inset-inline-start: 1.3rem;
    background: var(--on-accent);
  }
  .hint {
    margin: 0 0 0.8rem;
    font-size: 0.8438rem;
    color: var(--soft);
  }
  .said {
    position: sticky;
    inset-block-start: 0;
    margin: 0;
    font-size: 0.8438rem;
    color: var(--accent);
    font-weight: 600;
  }
  .said:not(:empty) {
    padding: 0.4rem 0.75rem;
    margin-block-end: 0.8rem;
    border-radius: 0.7rem;
    background: var(--paper);
    border: 1px solid var(--line);
    z-index: 1;
  }
  .said.bad {
    min-block-size: 0;
    color: var(--warn);
    background: var(--warn-ground);
  }
  dl {
    margin: 0;
  }
  dl div {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
    padding: 0.45rem 0;
    border-block-end: 1px solid var(--line);
  }
  dt {
    color: var(--soft);
  }
  dd {
    margin: 0;
    text-align: end;
    font-weight: 550;
    overflow-wrap: anywhere;
  }
  dd form {
    display: flex;
    gap: 0.5rem;
  }
  dd .link {
    margin: 0;
  }
  dd input {
    min-inline-size: 0;
    inline-size: 9rem;
  }
  dl + .wide {
    margin-block-start: 1.2rem;
  }
  .wide {
    inline-size: 100%;
  }
  .danger {
    margin-block-start: 1.5rem;
    padding-block-start: 1.1rem;
    border-block-start: 1px solid var(--line);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 0.5rem;
  }
  button.bad {
    background: #a4371d;
    color: #fff;
  }
  @media (forced-colors: active) {
    .switch input:checked {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
