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

export const styles = css`
  :host {
    ${light}
    color-scheme: light;
    position: fixed;
    inset-block-end: 1.25rem;
    inset-inline-end: 1.25rem;
    z-index: 2147483000;
    font-size: 0.9375rem;
    line-height: 1.5;
    color: var(--ink);
    text-align: start;
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
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  button,
  textarea {
    font: inherit;
    color: inherit;
  }
  button {
    cursor: pointer;
    border: 0;
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
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .launcher {
    display: flex;
    align-items: center;
    gap: 0.6rem;
    min-block-size: 3.25rem;
    padding: 0 1.25rem 0 1.05rem;
    border-radius: 2rem;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
    box-shadow: var(--shadow);
    position: relative;
    transition: transform 0.15s ease;
  }
  .launcher:hover {
    transform: translateY(-1px);
  }
  .launcher:focus-visible {
    outline-offset: 3px;
  }
  .badge {
    position: absolute;
    inset-block-start: -0.35rem;
    inset-inline-end: -0.2rem;
    min-inline-size: 1.4rem;
    padding: 0 0.35rem;
    border-radius: 1rem;
    background: #a4371d;
    color: #fff;
    font-size: 0.8rem;
    line-height: 1.4rem;
    text-align: center;
  }

  .panel {
    display: grid;
    grid-template-rows: auto auto 1fr auto;
    inline-size: min(24.5rem, calc(100vw - 2rem));
    block-size: min(40rem, calc(100dvh - 2.5rem));
    border-radius: 1.1rem;
    overflow: hidden;
    background: var(--ground);
    box-shadow: var(--shadow);
    border: 1px solid var(--line);
    animation: rise 0.18s ease-out;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(0.6rem);
    }
  }
  .head {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    padding: 0.85rem 0.6rem 0.85rem 1rem;
    background: var(--paper);
    border-block-end: 1px solid var(--line);
  }
  .head .who {
    flex: 1;
    min-inline-size: 0;
  }
  h2 {
    margin: 0;
    font-size: 1rem;
    line-height: 1.3;
    font-weight: 650;
    letter-spacing: -0.005em;
  }
  .with {
    margin: 0.1rem 0 0;
    font-size: 0.8125rem;
    color: var(--soft);
    display: flex;
    align-items: center;
    gap: 0.4rem;
  }
  .dot {
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border-radius: 50%;
    background: var(--soft);
    flex: none;
  }
  .dot.online {
    background: #2e8b57;
  }
  .mark {
    inline-size: 2.25rem;
    block-size: 2.25rem;
    border-radius: 0.8rem;
    display: grid;
    place-items: center;
    background: var(--accent);
    color: var(--on-accent);
    flex: none;
    font-weight: 650;
  }
  .mark.person,
  .face.person {
    background: var(--person-ground);
    color: var(--person);
  }
  .icon {
    inline-size: 2.5rem;
    block-size: 2.5rem;
    border-radius: 0.7rem;
    display: grid;
    place-items: center;
    color: var(--soft);
  }
  .icon:hover {
    background: var(--ground);
    color: var(--ink);
  }

  .banner {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    justify-content: space-between;
    padding: 0.55rem 1rem;
    font-size: 0.8438rem;
    background: var(--warn-ground);
    color: var(--warn);
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
    border-radius: 0.25rem 0.95rem 0.95rem 0.95rem;
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
    border-radius: 0.95rem 0.95rem 0.25rem 0.95rem;
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

  .below {
    padding: 0.6rem 0.75rem 0.75rem;
    background: var(--paper);
    border-block-start: 1px solid var(--line);
  }
  .aside {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 1.9rem;
    padding: 0 0.3rem 0.3rem;
    font-size: 0.8125rem;
    color: var(--soft);
  }
  .aside .link {
    color: var(--accent);
    text-decoration-color: color-mix(in srgb, var(--accent) 40%, transparent);
  }
  form {
    display: flex;
    align-items: flex-end;
    gap: 0.5rem;
  }
  textarea {
    flex: 1;
    min-inline-size: 0;
    resize: none;
    min-block-size: 2.75rem;
    max-block-size: 8.5rem;
    padding: 0.6rem 0.8rem;
    border: 1px solid var(--soft);
    border-radius: 0.9rem;
    background: var(--paper);
    font-size: max(1em, 16px);
    line-height: 1.4;
    field-sizing: content;
  }
  textarea::placeholder {
    color: var(--soft);
    opacity: 1;
  }
  textarea:focus-visible {
    outline-offset: -1px;
  }
  .send {
    inline-size: 2.75rem;
    block-size: 2.75rem;
    border-radius: 0.9rem;
    display: grid;
    place-items: center;
    background: var(--accent);
    color: var(--on-accent);
    flex: none;
  }
  .send:disabled {
    background: var(--ground);
    color: var(--soft);
  }
  .again {
    inline-size: 100%;
    min-block-size: 2.75rem;
    border-radius: 0.9rem;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }

  @media (max-width: 30rem), (max-height: 26rem) {
    :host([open]) {
      inset: 0;
    }
    .panel {
      inline-size: 100vw;
      block-size: 100dvh;
      border: 0;
      border-radius: 0;
    }
    .log {
      padding-inline: 0.75rem;
    }
  }
  @media (max-height: 26rem) {
    .log {
      position: static;
      overflow: visible;
    }
    .panel {
      display: block;
      overflow-y: auto;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    .launcher,
    .send,
    .choice,
    .bubble,
    .tag,
    .note.person {
      border: 1px solid ButtonText;
    }
    .dot.online {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
