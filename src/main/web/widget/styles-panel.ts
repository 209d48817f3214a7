import { css } from 'lit';

/** The launcher, the panel, and what frames a conversation. */
export const panel = css`
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
    position: relative;
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
    position: relative;
    z-index: 2;
    display: flex;
    align-items: center;
    gap: 0.25rem;
    padding: 0.85rem 0.6rem 0.85rem 1rem;
    background: var(--paper);
    border-block-end: 1px solid var(--line);
  }
  .head .who {
    flex: 1;
    margin-inline-start: 0.5rem;
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
  .write {
    display: flex;
    align-items: flex-end;
    gap: 0.4rem;
  }
  .write textarea {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 2.75rem;
    max-block-size: 8.5rem;
    padding: 0.6rem 0.8rem;
    border-radius: 0.9rem;
    field-sizing: content;
  }
  .write textarea:focus-visible {
    outline-offset: -1px;
  }
  .write .icon {
    inline-size: 2.5rem;
    block-size: 2.75rem;
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
  .sheet {
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 1rem;
    background: var(--paper);
  }
  .panel.aside-open {
    grid-template-rows: auto 1fr;
  }
  h2:focus {
    outline: none;
  }
  .thanks {
    margin: 0 0 0.6rem;
    text-align: center;
    font-size: 0.875rem;
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
`;
