import { CareClient, newVisitor, type CareEvent } from './attune';

/** An app's conversation, from the first word to a person; what was said, a line each. */
export async function talk(server: string): Promise<string> {
  const care = new CareClient(server, { visitor: await newVisitor(server, 'demo') });
  const conv = await care.open('en');
  const stop = new AbortController();
  const events = care.follow(conv, 0, stop.signal);
  const told: string[] = [];
  const answer = async (): Promise<CareEvent> => {
    for (;;) {
      const { value, done } = await events.next();
      if (done) throw new Error('nobody answered');
      if (value.ev === 'message') told.push(`${value.from.role}: ${value.content?.text ?? ''}`);
      if (value.ev === 'message' && value.from.role === 'bot') return value;
    }
  };
  await answer();
  await care.say(conv, 'my internet is slow');
  const question = await answer();
  await care.choose(conv, question.content!.choices![0]!.id);
  await answer();
  await care.say(conv, 'I would like to talk to a person');
  await answer();
  stop.abort();
  return told.join('\n');
}

const here = globalThis as { process?: { argv: string[] }; attuneExample?: typeof talk };
here.attuneExample = talk;
if (here.process) talk(here.process.argv[2] ?? 'http://127.0.0.1:8080').then(console.log);
