/** A simulated line, as `/api/v1/demo/lines` takes and gives it. */
export interface Line {
  sync?: string | null;
  downstreamMbps?: number | null;
  planMbps?: number | null;
  errors?: string | null;
  drops24h?: number | null;
  wifiSignal?: string | null;
  wifiBand?: string | null;
  routerReachable?: boolean | null;
  outage?: { id: string; eta?: string } | null;
}

export interface LineState {
  title: string;
  about: string;
  /** @param plan what the customer pays for, Mbit/s */
  state(plan: number): Line;
}

const well = (plan: number): Line => ({
  sync: 'ok',
  downstreamMbps: Math.round(plan * 0.95),
  errors: 'low',
  drops24h: 0,
  wifiSignal: 'good',
  wifiBand: '5',
  routerReachable: true,
  outage: null,
});
const dead: Line = { sync: 'down', downstreamMbps: null, wifiSignal: null, wifiBand: null, routerReachable: false };

export const LINE_STATES: LineState[] = [
  { title: 'Line fine', about: 'Full speed, strong Wi-Fi', state: well },
  {
    title: 'Slow line',
    about: 'A tenth of the plan, with errors',
    state: plan => ({ ...well(plan), downstreamMbps: Math.round(plan * 0.1), errors: 'high', drops24h: 6 }),
  },
  {
    title: 'Weak Wi-Fi',
    about: 'The line is fine, the air is not',
    state: plan => ({ ...well(plan), wifiSignal: 'weak', wifiBand: '2.4' }),
  },
  { title: 'Line down', about: 'No signal at the router', state: () => ({ ...dead, errors: 'high', drops24h: 3, outage: null }) },
  {
    title: 'Outage',
    about: 'The whole street is off',
    state: () => ({ ...dead, outage: { id: 'street-17', eta: new Date(Date.now() + 3 * 3_600_000).toISOString() } }),
  },
];

/** What a line is like now, in a few words. */
export function inWords(line: Line): string {
  if (line.outage) return 'an outage in the area';
  if (line.sync === 'down') return 'no signal';
  const speed = line.downstreamMbps ? `${line.downstreamMbps} of ${line.planMbps ?? '?'} Mbit/s` : 'speed not known';
  return [speed, line.wifiSignal ? `Wi-Fi ${line.wifiSignal}` : '', line.errors === 'high' ? 'many errors' : '']
    .filter(Boolean)
    .join(', ');
}
