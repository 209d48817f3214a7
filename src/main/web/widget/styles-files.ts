import { css } from 'lit';

/** Files: on their way, dropped onto the panel, and cards. */
export const files = css`
  .bubble.box {
    white-space: normal;
  }
  .upload {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.15rem 0.6rem;
    align-items: center;
    inline-size: 14rem;
    max-inline-size: 100%;
  }
  .upload b {
    font-weight: 600;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  progress {
    appearance: none;
    grid-column: 1 / -1;
    inline-size: 100%;
    block-size: 0.4rem;
    border: 0;
    border-radius: 0.3rem;
    overflow: hidden;
    background: color-mix(in srgb, var(--accent) 22%, transparent);
  }
  progress::-webkit-progress-bar {
    background: transparent;
  }
  progress::-webkit-progress-value {
    background: var(--accent);
  }
  progress::-moz-progress-bar {
    background: var(--accent);
  }
  .drop {
    position: absolute;
    inset: 0.75rem;
    z-index: 3;
    display: grid;
    place-items: center;
    border: 2px dashed var(--accent);
    border-radius: 0.9rem;
    background: color-mix(in srgb, var(--paper) 92%, transparent);
    color: var(--accent);
    font-weight: 600;
    pointer-events: none;
  }
  .card b {
    display: block;
    font-weight: 650;
  }
`;
