import { css } from 'lit';

const light = css`
  --accent: var(--attune-accent, #0f5c63);
  --on-accent: var(--attune-on-accent, #ffffff);
  --paper: #ffffff;
  --ground: #f4f6f5;
  --ink: #1b2a2c;
  --soft: #566769;
  --line: #d9e0df;
  --bubble: #ffffff;
  --mine: #dcefee;
  --mine-ink: #12302f;
  --person: #7a4a12;
  --person-ground: #fbeedc;
  --warn: #7a3b00;
  --warn-ground: #fdf1e0;
  --shadow: 0 18px 50px rgb(20 40 42 / 18%), 0 2px 8px rgb(20 40 42 / 10%);
`;

const dark = css`
  --accent: var(--attune-accent-dark, #7ccbcb);
  --on-accent: var(--attune-on-accent-dark, #0b2223);
  --paper: #172022;
  --ground: #11181a;
  --ink: #e6eeed;
  --soft: #a3b3b3;
  --line: #2d3a3c;
  --bubble: #1f2a2c;
  --mine: #1d4547;
  --mine-ink: #e2f4f3;
  --person: #f0c58f;
  --person-ground: #3a2c19;
  --warn: #f3c990;
  --warn-ground: #38290f;
  --shadow: 0 18px 50px rgb(0 0 0 / 55%), 0 2px 8px rgb(0 0 0 / 40%);
`;

/** Colours, and where the chat stands on the page. */
export const host = css`
  :host {
    ${light}
    color-scheme: light;
    position: fixed;
    inset-block-end: var(--attune-bottom, 1.25rem);
    inset-inline-end: var(--attune-side, 1.25rem);
    z-index: var(--attune-z, 2147483000);
    font-family: var(--attune-font, inherit);
    font-size: 0.9375rem;
    font-weight: 400;
    font-style: normal;
    letter-spacing: normal;
    text-transform: none;
    line-height: 1.5;
    color: var(--ink);
    text-align: start;
  }
  :host([position='start']) {
    inset-inline: var(--attune-side, 1.25rem) auto;
  }
  :host([theme='dark']) {
    ${dark}
    color-scheme: dark;
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([theme='light'])) {
      ${dark}
      color-scheme: dark;
    }
  }
`;

/** What every part starts from. */
export const common = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  button,
  textarea,
  input,
  select {
    font: inherit;
    color: inherit;
  }
  button {
    cursor: pointer;
    border: 0;
    padding: 0;
    background: none;
  }
  button:disabled {
    cursor: default;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  [hidden] {
    display: none !important;
  }
  svg {
    display: block;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon:dir(rtl) .turns {
    transform: scaleX(-1);
  }
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .icon {
    inline-size: 2.5rem;
    block-size: 2.5rem;
    border-radius: 0.7rem;
    display: grid;
    place-items: center;
    color: var(--soft);
    flex: none;
  }
  .icon:hover {
    background: var(--ground);
    color: var(--ink);
  }
  .link {
    padding: 0.25rem 0.4rem;
    margin: -0.25rem -0.4rem;
    min-block-size: 1.75rem;
    border-radius: 0.4rem;
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    color: inherit;
    white-space: nowrap;
  }
  .primary,
  .quiet,
  .bad {
    min-block-size: 2.5rem;
    padding: 0.4rem 1.1rem;
    border-radius: 0.8rem;
    font-weight: 600;
  }
  .primary {
    background: var(--accent);
    color: var(--on-accent);
  }
  .primary:disabled {
    background: var(--ground);
    color: var(--soft);
  }
  .quiet {
    border: 1px solid var(--soft);
    background: var(--paper);
  }
  .quiet:hover {
    background: var(--ground);
  }
  textarea,
  input:not([type='radio'], [type='checkbox'], [type='file']),
  select {
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--soft);
    border-radius: 0.8rem;
    background: var(--paper);
    font-size: max(1em, 16px);
    line-height: 1.4;
  }
  textarea {
    resize: none;
  }
  textarea::placeholder {
    color: var(--soft);
    opacity: 1;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
`;
