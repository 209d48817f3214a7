import { css } from 'lit';

/** The conversation: who says what, choices, and lines about it. */
export const messages = css`
  .scroll {
    position: relative;
    min-block-size: 0;
  }
  .log {
    position: absolute;
    inset: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 1rem 1rem 0.5rem;
    display: flex;
    flex-direction: column;
  }
  .log > :first-child {
    margin-block-start: auto;
  }
  .row {
    display: grid;
    grid-template-columns: 1.9rem minmax(0, 1fr);
    column-gap: 0.55rem;
    margin-block-start: 0.3rem;
  }
  .row.first {
    margin-block-start: 0.95rem;
  }
  .row.mine {
    grid-template-columns: minmax(0, 1fr);
    justify-items: end;
    padding-inline-start: 2.45rem;
  }
  .face {
    grid-row: span 3;
    inline-size: 1.9rem;
    block-size: 1.9rem;
    border-radius: 0.65rem;
    display: grid;
    place-items: center;
    background: color-mix(in srgb, var(--accent) 14%, var(--paper));
    color: var(--accent);
    font-size: 0.75rem;
    font-weight: 700;
  }
  .row:not(.first) .face {
    visibility: hidden;
  }
  .label {
    font-size: 0.78rem;
    color: var(--soft);
    margin-block-end: 0.2rem;
    display: flex;
    flex-wrap: wrap;
    gap: 0.1rem 0.4rem;
    align-items: center;
  }
  .label b {
    font-weight: 600;
    color: var(--ink);
  }
  .label attune-chat-why {
    display: contents;
  }
  .tag {
    padding: 0 0.4rem;
    border-radius: 0.4rem;
    border: 1px solid var(--line);
    background: var(--paper);
    line-height: 1.25rem;
  }
  .tag.person {
    border-color: transparent;
    background: var(--person-ground);
    color: var(--person);
    font-weight: 600;
  }
  .bubble {
    grid-column: -2;
    justify-self: start;
    max-inline-size: 100%;
    padding: 0.55rem 0.8rem;
    border-radius: 0.95rem;
    border-start-start-radius: 0.25rem;
    background: var(--bubble);
    border: 1px solid var(--line);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .row:not(.first) .bubble {
    border-radius: 0.95rem;
  }
  .mine .bubble {
    justify-self: end;
    background: var(--mine);
    color: var(--mine-ink);
    border-color: transparent;
    border-radius: 0.95rem;
    border-end-end-radius: 0.25rem;
  }
  .gone {
    font-style: italic;
    color: var(--soft);
  }
  .bubble a {
    color: inherit;
  }
  .foot {
    grid-column: -2;
    font-size: 0.78rem;
    color: var(--soft);
    margin-block-start: 0.2rem;
    display: flex;
    gap: 0.3rem;
    align-items: center;
  }
  .foot.bad {
    gap: 0.9rem;
    color: var(--warn);
  }
  .choices {
    grid-column: -2;
    display: flex;
    flex-wrap: wrap;
    gap: 0.45rem;
    margin: 0.5rem 0 0.15rem;
    padding: 0;
    list-style: none;
  }
  .choice {
    min-block-size: 2.4rem;
    padding: 0.4rem 0.85rem;
    border: 1.5px solid var(--accent);
    border-radius: 0.8rem;
    background: var(--paper);
    color: var(--accent);
    font-weight: 600;
    text-align: start;
  }
  .choice small {
    display: block;
    font-weight: 400;
    color: var(--soft);
  }
  .choice:hover:not(:disabled) {
    background: var(--accent);
    color: var(--on-accent);
  }
  .choice:hover:not(:disabled) small {
    color: inherit;
  }
  .choice:disabled {
    border-color: var(--line);
    color: var(--soft);
    font-weight: 500;
  }
  .choice[aria-pressed='true'] {
    background: var(--mine);
    color: var(--mine-ink);
    border-color: transparent;
  }
  .note {
    margin: 1rem auto 0.2rem;
    max-inline-size: 19rem;
    text-align: center;
    font-size: 0.8125rem;
    color: var(--soft);
  }
  .note.person {
    padding: 0.35rem 0.8rem;
    border-radius: 0.8rem;
    background: var(--person-ground);
    color: var(--person);
  }
  .dots {
    display: inline-flex;
    gap: 0.28rem;
    padding: 0.35rem 0;
  }
  .dots i {
    inline-size: 0.4rem;
    block-size: 0.4rem;
    border-radius: 50%;
    background: var(--soft);
    animation: breathe 1.4s infinite ease-in-out;
  }
  .dots i:nth-child(2) {
    animation-delay: 0.2s;
  }
  .dots i:nth-child(3) {
    animation-delay: 0.4s;
  }
  @keyframes breathe {
    0%,
    70%,
    100% {
      opacity: 0.3;
    }
    35% {
      opacity: 1;
    }
  }
  .newer {
    position: absolute;
    inset-block-end: 0.6rem;
    inset-inline: 0;
    margin-inline: auto;
    inline-size: max-content;
    padding: 0.35rem 0.9rem;
    border-radius: 1rem;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 0.8125rem;
    font-weight: 600;
    box-shadow: var(--shadow);
  }
`;
