// Speaks the Cloud API with a client that others wrote: as a business towards the sandbox ("business"), or to say how that
// client would write what the adapter writes ("judge"). Arguments: client, task. The environment says where the sandbox is.
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';

const [, , name, task] = process.argv;
const { SANDBOX, NUMBER, TOKEN, SECRET } = process.env;

async function whatsappApiJs(fetchWith) {
  const { WhatsAppAPI } = await import('whatsapp-api-js');
  const m = await import('whatsapp-api-js/messages');
  const there = (url, options) => fetchWith(String(url).replace('https://graph.facebook.com', SANDBOX), options);
  const api = new WhatsAppAPI({ token: TOKEN, appSecret: SECRET, v: 'v25.0', ponyfill: { fetch: there } });
  const heard = [];
  api.on.message = ({ message, recipient }) => void heard.push({ kind: 'message', message, to: recipient });
  api.on.status = ({ status, id }) => void heard.push({ kind: 'status', status, id });
  return {
    async read(raw, signature) {
      await api.post(JSON.parse(raw), raw, signature);
      return heard.splice(0);
    },
    to: (to, id) => ({ phone: to.phone, bsuid: to.phone ? undefined : to.bsuid, id }),
    text: (to, body, ours) => api.sendMessage(NUMBER, to, new m.Text(body, false), undefined, ours),
    buttons: (to, body, answers, ours) =>
      api.sendMessage(
        NUMBER, to,
        new m.Interactive(new m.ActionButtons(...answers.map(a => new m.Button(a.id, a.title))), new m.Body(body)),
        undefined, ours,
      ),
    list: (to, body, open, answers, ours) =>
      api.sendMessage(
        NUMBER, to,
        new m.Interactive(
          new m.ActionList(open, new m.ListSection(undefined, ...answers.map(a => new m.Row(a.id, a.title, a.description)))),
          new m.Body(body),
        ),
        undefined, ours,
      ),
    seen: id => api.markAsRead(NUMBER, id, 'text'),
  };
}

async function kapso(fetchWith) {
  const { WhatsAppClient } = await import('@kapso/whatsapp-cloud-api');
  const { verifySignature, normalizeWebhook } = await import('@kapso/whatsapp-cloud-api/server');
  const client = new WhatsAppClient({ accessToken: TOKEN, baseUrl: SANDBOX, graphVersion: 'v25.0', fetch: fetchWith });
  const common = (to, ours) => ({
    phoneNumberId: NUMBER, ...(to.phone ? { to: to.phone } : { recipient: to.bsuid }), bizOpaqueCallbackData: ours,
  });
  return {
    async read(raw, signatureHeader) {
      if (!verifySignature({ appSecret: SECRET, rawBody: raw, signatureHeader })) throw new Error('bad signature');
      const { messages, statuses } = normalizeWebhook(JSON.parse(raw));
      const all = JSON.parse(raw).entry[0].changes[0].value.messages ?? [];
      return [
        ...messages.map((message, i) => ({ kind: 'message', message: all[i] ?? message, to: { phone: message.from, bsuid: message.fromUserId } })),
        ...statuses.map(({ status, id }) => ({ kind: 'status', status, id })),
      ];
    },
    text: (to, body, ours) => client.messages.sendText({ ...common(to, ours), body, previewUrl: false }),
    buttons: (to, bodyText, buttons, ours) => client.messages.sendInteractiveButtons({ ...common(to, ours), bodyText, buttons }),
    list: (to, bodyText, buttonText, rows, ours) =>
      client.messages.sendInteractiveList({ ...common(to, ours), bodyText, buttonText, sections: [{ rows }] }),
    seen: id => client.messages.markRead({ phoneNumberId: NUMBER, messageId: id, typingIndicator: { type: 'text' } }),
  };
}

const make = name === 'kapso' ? kapso : whatsappApiJs;

async function business() {
  const client = await make(fetch);
  const answers = { buttons: [{ id: 'y', title: 'Yes' }, { id: 'n', title: 'No' }], list: [] };
  answers.list = ['Kitchen', 'Bath', 'Attic', 'Cellar'].map((title, i) => ({ id: `r${i}`, title, description: `room ${i}` }));
  async function answer({ message, to }) {
    await client.seen(message.id);
    const said = message.text?.body ?? message.interactive?.button_reply?.title ?? message.interactive?.list_reply?.title;
    console.log(`heard ${said}`);
    if (said === 'buttons') await client.buttons(to, 'Yes or no?', answers.buttons);
    else if (said === 'list') await client.list(to, 'Which room?', 'Rooms', answers.list);
    else await client.text(to, `you said ${said}`);
  }
  const server = createServer((request, response) => {
    const parts = [];
    request.on('data', part => parts.push(part));
    request.on('end', async () => {
      try {
        const all = await client.read(Buffer.concat(parts).toString('utf8'), request.headers['x-hub-signature-256']);
        response.end();
        for (const one of all) {
          if (one.kind === 'status') console.log(`status ${one.status}`);
          else await answer(one);
        }
      } catch (wrong) {
        console.log(`wrong ${wrong.message ?? wrong}`);
        response.statusCode = 500;
        response.end();
      }
    });
  });
  server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
}

/** Each line is a message of the adapter's; each answer is how this client writes the same. */
async function judge() {
  let written;
  const client = await make((url, options) => {
    written = options.body;
    const body = { messaging_product: 'whatsapp', contacts: [{ input: '1', wa_id: '1' }], messages: [{ id: 'wamid.1' }] };
    return Promise.resolve(new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } }));
  });
  for await (const line of createInterface({ input: process.stdin })) {
    const given = JSON.parse(line);
    const to = { phone: given.to, bsuid: given.recipient };
    const ours = given.biz_opaque_callback_data;
    const part = given.interactive;
    try {
      if (given.status === 'read') await client.seen(given.message_id);
      else if (given.type === 'text') await client.text(to, given.text.body, ours);
      else if (part.type === 'button') await client.buttons(to, part.body.text, part.action.buttons.map(b => b.reply), ours);
      else await client.list(to, part.body.text, part.action.button, part.action.sections[0].rows, ours);
      console.log(written);
    } catch (wrong) {
      console.log(JSON.stringify({ refused: String(wrong.message ?? wrong) }));
    }
  }
}

await (task === 'judge' ? judge() : business());
