import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk/desk';
import type { Language } from '../../care/language';
import type { Texts } from '../texts';
import { field, hide, windowView } from '../shell/window';
import { capital, plain } from './names';

/** The windows of the inbox: return, transfer, close, and for supervisors assign. */
export function askWindows(desk: Desk, texts: Texts, language: Language): TemplateResult {
  const act = (action: string, body: Record<string, unknown>) =>
    desk.open?.act(action, Object.fromEntries(Object.entries(body).filter(([, value]) => value !== ''))) ?? Promise.resolve(false);
  const note = (rows: number) => html`<label>${texts.noteOptional}<textarea name="note" rows=${rows} maxlength="1000"></textarea></label>`;
  return html`
    ${windowView(
      {
        id: 'return',
        title: texts.returnTitle,
        does: texts.giveBack,
        act: form => act('return', { instruction: field(form, 'instruction') }),
        body: html`<p class="lead">${texts.returnLead}</p>
          <label>${texts.instruction}<textarea name="instruction" rows="3" maxlength="500" placeholder=${texts.instructionHint}></textarea></label>`,
      },
      texts,
    )}
    ${windowView(
      {
        id: 'transfer',
        title: texts.transferTitle,
        does: texts.transfer,
        act: form => act('transfer', { to: field(form, 'to'), note: field(form, 'note') }),
        body: html`${targets(desk, texts)} ${note(3)}`,
      },
      texts,
    )}
    ${windowView(
      {
        id: 'assign',
        title: texts.assignTitle,
        does: texts.assign,
        act: form => act('assign', { to: field(form, 'to'), note: field(form, 'note') }),
        body: html`${targets(desk, texts)} ${note(2)}`,
      },
      texts,
    )}
    <dialog id="close" aria-labelledby="close-title">
      <form
        @submit=${async (event: SubmitEvent) => {
          event.preventDefault();
          const form = event.target as HTMLFormElement;
          form.closest('dialog')?.close();
          if (await act('close', { code: field(form, 'code'), note: field(form, 'note') })) form.reset();
        }}
      >
        <h2 id="close-title">${texts.closeTitle}</h2>
        ${codes(desk, texts, language)} ${note(2)}
        <p class="buttons">
          <button class="plain" type="button" @click=${hide}>${texts.cancel}</button>
          <button class="plain" type="button" @click=${(event: Event) => (hide(event), void act('end', {}))}>${texts.endFirst}</button>
          <button class="primary">${texts.close}</button>
        </p>
      </form>
    </dialog>
  `;
}

/** The conversation has ended for the customer; what is left is to say how. */
export function wrapUpView(desk: Desk, texts: Texts, language: Language): TemplateResult {
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const note = field(form, 'note');
    if (await desk.open?.act('wrapup', { code: field(form, 'code'), ...(note ? { note } : {}) })) {
      desk.notice({ kind: 'done' });
      location.hash = '#/inbox';
    }
  };
  return html`<form class="composer wrapup" @submit=${submit}>
    <h3>${texts.wrapUpTitle}</h3>
    ${codes(desk, texts, language)}
    <label>${texts.noteOptional}<textarea name="note" rows="2" maxlength="1000"></textarea></label>
    <div class="send"><button class="primary">${texts.wrapUpDone}</button></div>
  </form>`;
}

function codes(desk: Desk, texts: Texts, language: Language): TemplateResult {
  const { wrapUps } = desk.stock;
  const all = wrapUps.length
    ? wrapUps.map(one => [one.code, one.labels[language] ?? one.labels['en'] ?? capital(plain(one.code))])
    : Object.entries(texts.codes);
  return html`<fieldset class="codes">
    <legend>${texts.closeCode}</legend>
    ${all.map(([code, title]) => html`<label class="radio"><input type="radio" name="code" value=${code!} required />${title}</label>`)}
  </fieldset>`;
}

/** Whom to pass it on to: a skill and a team first, since anybody free there can take it; then people, those with room first. */
function targets(desk: Desk, texts: Texts): TemplateResult {
  const { agents, teams, skills } = desk.stock.targets;
  const people = agents
    .filter(one => one.id !== desk.session.user || desk.isSupervisor)
    .sort((a, b) => Number(b.state === 'online') - Number(a.state === 'online') || (b.free ?? 0) - (a.free ?? 0));
  const free = (one: (typeof people)[number]) =>
    one.state === 'online' ? texts.freePlaces(one.free ?? 0) : (texts.presences[one.state] ?? one.state);
  return html`<label
    >${texts.transferTo}
    <select name="to" required>
      <option value="">${texts.chooseTarget}</option>
      ${skills.length ? html`<optgroup label=${texts.bySkill}>${skills.map(one => html`<option value="skill:${one.id}">${one.name}</option>`)}</optgroup>` : nothing}
      ${teams.length ? html`<optgroup label=${texts.byTeam}>${teams.map(team => html`<option value="team:${team}">${team}</option>`)}</optgroup>` : nothing}
      ${people.length
        ? html`<optgroup label=${texts.byPerson}>${people.map(one => html`<option value="agent:${one.id}">${one.name ?? one.id} · ${free(one)}</option>`)}</optgroup>`
        : nothing}
      <option value="queue">${texts.backToQueue}</option>
    </select></label
  >`;
}
