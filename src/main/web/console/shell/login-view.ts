import { html, nothing, type TemplateResult } from 'lit';
import type { Ways } from '../api';
import type { Texts } from '../texts';

export function loginView(texts: Texts, ways: Ways, problem: string, enter: (user: string, password: string) => void): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    enter(String(form.get('user') ?? '').trim(), String(form.get('password') ?? ''));
  };
  return html`<main class="login">
    <form @submit=${submit}>
      <img src="/icon.svg" width="44" height="44" alt="" />
      <h1>${texts.title}</h1>
      <p>${texts.signInLead}</p>
      ${problem ? html`<p class="trouble" role="alert">${problem}</p>` : nothing}
      ${ways.oidc ? html`<a class=${ways.password ? 'plain' : 'primary'} href=${ways.oidc.start}>${texts.signInWith(ways.oidc.name)}</a>` : nothing}
      ${
        ways.password
          ? html`<label>${texts.user}<input name="user" required autocomplete="username" autocapitalize="none" spellcheck="false" /></label>
              <label>${texts.password}<input name="password" type="password" required autocomplete="current-password" /></label>
              <button class="primary">${texts.signIn}</button>`
          : nothing
      }
    </form>
  </main>`;
}
