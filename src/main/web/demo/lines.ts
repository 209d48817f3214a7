/** States of the demo line that the page offers, by the names that the simulator knows them by. */
export interface LineState {
  id: string;
  title: string;
  about: string;
  state: Record<string, unknown>;
}

export const LINE_STATES: LineState[] = [
  { id: 'fine', title: 'Line fine', about: 'Full speed, strong Wi-Fi', state: { state: 'fine' } },
  { id: 'slow', title: 'Slow line', about: 'Far below the plan', state: { state: 'slow' } },
  { id: 'wifi', title: 'Weak Wi-Fi', about: 'The line is fine, the air is not', state: { state: 'weak-wifi' } },
  { id: 'down', title: 'Line down', about: 'No signal at the modem', state: { state: 'down' } },
  { id: 'outage', title: 'Outage', about: 'The whole street is off', state: { state: 'outage' } },
];
