import type { Desk } from '../desk/desk';
import type { Texts } from '../texts';

export type CommandName = keyof Texts['commands'];

/** What can be done from the keyboard. `key`: the single key, where there is one; `can`: whether it makes sense now. */
export interface Command {
  name: CommandName;
  key?: string;
  can: boolean;
  run(): unknown;
}

/** What the page itself does for the commands. */
export interface Doing {
  move(by: 1 | -1): void;
  claim(): void;
  takeOver(): void;
  write(mode: 'reply' | 'note' | 'whisper'): void;
  canned(): void;
  window(id: string): void;
  find(): void;
  showAll(): void;
  packet(): void;
  leaveField(): void;
  go(hash: string): void;
  signOut(): void;
}

export function commandsOf(desk: Desk, doing: Doing): Command[] {
  const { open } = desk;
  const mine = open?.isMine ?? false;
  const inbox = desk.serves;
  const [ringing] = desk.ringing;
  const takes = open !== undefined && !mine && !open.isClosed && !open.isOthers;
  const all: Command[] = [
    { name: 'next', key: 'j', can: inbox, run: () => doing.move(1) },
    { name: 'previous', key: 'k', can: inbox, run: () => doing.move(-1) },
    { name: 'accept', key: 'a', can: ringing !== undefined, run: () => void desk.answer(ringing!, 'accept') },
    { name: 'decline', key: 'd', can: ringing !== undefined, run: () => void desk.answer(ringing!, 'decline') },
    { name: 'claim', key: 'c', can: takes, run: () => doing.claim() },
    { name: 'reply', key: 'r', can: mine, run: () => doing.write('reply') },
    { name: 'canned', key: '/', can: mine, run: () => doing.canned() },
    { name: 'note', key: 'n', can: open !== undefined && !open.isClosed, run: () => doing.write('note') },
    { name: 'transfer', key: 't', can: mine, run: () => doing.window('transfer') },
    { name: 'giveBack', key: 'b', can: mine, run: () => doing.window('return') },
    { name: 'close', key: 'e', can: mine, run: () => doing.window('close') },
    { name: 'test', key: 'x', can: open !== undefined && !open.isClosed && !open.running, run: () => void open?.runDiagnostics() },
    { name: 'showAll', key: 's', can: open !== undefined && !open.showAll, run: () => doing.showAll() },
    { name: 'packet', key: 'p', can: open !== undefined, run: () => doing.packet() },
    { name: 'find', key: 'f', can: inbox, run: () => doing.find() },
    { name: 'leaveField', key: 'Escape', can: true, run: () => doing.leaveField() },
    { name: 'help', key: '?', can: true, run: () => doing.window('help') },
  ];
  const role = desk.session.role;
  const places: Command[] = [
    { name: 'goInbox', can: inbox, run: () => doing.go('#/inbox') },
    { name: 'goBoard', can: role === 'supervisor' || role === 'admin', run: () => doing.go('#/board') },
    { name: 'goReports', can: role === 'supervisor' || role === 'admin', run: () => doing.go('#/reports') },
    { name: 'goDialogs', can: true, run: () => doing.go('#/dialogs') },
    { name: 'goAdmin', can: role === 'admin', run: () => doing.go('#/admin') },
    { name: 'beOnline', can: inbox && desk.presence.state !== 'online', run: () => void desk.setPresence('online') },
    { name: 'beAway', can: inbox && desk.presence.state !== 'away', run: () => void desk.setPresence('away') },
    { name: 'settings', can: true, run: () => doing.window('settings') },
    { name: 'signOut', can: true, run: () => doing.signOut() },
  ];
  const supervising: Command[] = [
    { name: 'whisper', key: 'w', can: desk.isSupervisor && (open?.isOthers ?? false), run: () => doing.write('whisper') },
    { name: 'takeOver', can: desk.isSupervisor && (open?.isOthers ?? false), run: () => doing.takeOver() },
    { name: 'assign', can: desk.isSupervisor && open !== undefined && !open.isClosed, run: () => doing.window('assign') },
  ];
  return [...all, ...(desk.isSupervisor ? supervising : []), ...places];
}
