import { css } from 'lit';

/** Small screens, less motion, forced colours, paper. */
export const media = css`
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
    :host(:not([printing])) {
      display: none;
    }
    :host([printing]) {
      position: static;
      color: #000;
    }
    :host([printing]) .panel {
      display: block;
      inline-size: auto;
      block-size: auto;
      border: 0;
      box-shadow: none;
      background: none;
      overflow: visible;
    }
    :host([printing]) .log {
      position: static;
      overflow: visible;
      padding: 0;
    }
    :host([printing]) :is(.below, .choices, .newer, .head button, attune-chat-menu, attune-chat-why, .dots) {
      display: none;
    }
    :host([printing]) .row {
      break-inside: avoid;
    }
  }
`;
