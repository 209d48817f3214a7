import type { Language } from '../care/language';

export interface Texts {
  launcher: string;
  unread: (n: number) => string;
  title: string;
  close: string;
  log: string;
  composer: string;
  placeholder: string;
  send: string;
  human: string;
  humanAsk: string;
  bot: string;
  botTag: string;
  personTag: string;
  you: string;
  chosen: string;
  choices: string;
  typing: (who: string) => string;
  sending: string;
  sent: string;
  notSent: string;
  discard: string;
  again: string;
  fresh: string;
  newMessages: string;
  left: (n: number) => string;
  removed: string;
  requested: string;
  queued: (position?: number, minutes?: number) => string;
  joined: (name: string) => string;
  transferred: string;
  returned: string;
  failed: string;
  closed: string;
  connecting: string;
  waiting: string;
  tryNow: string;
  replaced: string;
  useHere: string;
  refused: string;
  slowDown: (seconds: number) => string;
  identity: string;
  trouble: string;
}

const en: Texts = {
  launcher: 'Chat with us',
  unread: n => (n === 1 ? '1 new message' : `${n} new messages`),
  title: 'Help and support',
  close: 'Close the chat',
  log: 'Conversation',
  composer: 'Your message',
  placeholder: 'Write a message…',
  send: 'Send',
  human: 'Talk to a person',
  humanAsk: 'I would like to talk to a person',
  bot: 'Assistant',
  botTag: 'Automated',
  personTag: 'Person',
  you: 'You',
  chosen: 'chosen',
  choices: 'Answers to choose from',
  typing: who => `${who} is writing`,
  sending: 'Sending…',
  sent: 'Sent',
  notSent: 'This message could not be sent.',
  discard: 'Remove',
  again: 'Try again',
  fresh: 'Start a new conversation',
  newMessages: 'New messages',
  left: n => `${n} characters left`,
  removed: 'This message was removed.',
  requested: 'Looking for a colleague for you.',
  queued: (position, minutes) =>
    ['You are in the queue for a person.', position ? `Number ${position}.` : '', minutes ? `About ${minutes} min.` : '']
      .filter(Boolean)
      .join(' '),
  joined: name => `${name} has joined. You are talking to a person now.`,
  transferred: 'You are being passed on to a colleague.',
  returned: 'The automated assistant is back.',
  failed: 'Nobody is free right now. The assistant goes on, and you can ask again at any time.',
  closed: 'This conversation has ended.',
  connecting: 'Connecting…',
  waiting: 'No connection. Your messages are kept and sent as soon as it is back.',
  tryNow: 'Try now',
  replaced: 'This conversation is open in another window.',
  useHere: 'Use it here',
  refused: 'The chat is not available here at the moment.',
  slowDown: seconds => `That was a lot at once. Please wait ${seconds} s; nothing is lost.`,
  identity: 'Your sign-in has expired. Please sign in again.',
  trouble: 'That did not work. Please try once more.',
};

const es: Texts = {
  launcher: 'Chatea con nosotros',
  unread: n => (n === 1 ? '1 mensaje nuevo' : `${n} mensajes nuevos`),
  title: 'Ayuda y soporte',
  close: 'Cerrar el chat',
  log: 'Conversación',
  composer: 'Tu mensaje',
  placeholder: 'Escribe un mensaje…',
  send: 'Enviar',
  human: 'Hablar con una persona',
  humanAsk: 'Quiero hablar con una persona',
  bot: 'Asistente',
  botTag: 'Automático',
  personTag: 'Persona',
  you: 'Tú',
  chosen: 'elegido',
  choices: 'Respuestas para elegir',
  typing: who => `${who} está escribiendo`,
  sending: 'Enviando…',
  sent: 'Enviado',
  notSent: 'No se pudo enviar este mensaje.',
  discard: 'Quitar',
  again: 'Reintentar',
  fresh: 'Empezar otra conversación',
  newMessages: 'Mensajes nuevos',
  left: n => `Quedan ${n} caracteres`,
  removed: 'Este mensaje se ha eliminado.',
  requested: 'Buscamos a alguien del equipo para ti.',
  queued: (position, minutes) =>
    ['Estás en la cola para hablar con una persona.', position ? `Número ${position}.` : '', minutes ? `Unos ${minutes} min.` : '']
      .filter(Boolean)
      .join(' '),
  joined: name => `${name} se ha unido. Ahora hablas con una persona.`,
  transferred: 'Te pasamos con otra persona del equipo.',
  returned: 'Vuelve el asistente automático.',
  failed: 'Ahora no hay nadie libre. El asistente sigue contigo y puedes volver a pedirlo cuando quieras.',
  closed: 'Esta conversación ha terminado.',
  connecting: 'Conectando…',
  waiting: 'Sin conexión. Guardamos tus mensajes y los enviamos en cuanto vuelva.',
  tryNow: 'Probar ahora',
  replaced: 'Esta conversación está abierta en otra ventana.',
  useHere: 'Usarla aquí',
  refused: 'El chat no está disponible aquí en este momento.',
  slowDown: seconds => `Han sido muchos mensajes a la vez. Espera ${seconds} s; no se pierde nada.`,
  identity: 'Tu sesión ha caducado. Vuelve a iniciarla, por favor.',
  trouble: 'No ha funcionado. Inténtalo otra vez, por favor.',
};

const fr: Texts = {
  launcher: 'Discuter avec nous',
  unread: n => (n === 1 ? '1 nouveau message' : `${n} nouveaux messages`),
  title: 'Aide et assistance',
  close: 'Fermer la discussion',
  log: 'Conversation',
  composer: 'Votre message',
  placeholder: 'Écrivez un message…',
  send: 'Envoyer',
  human: 'Parler à une personne',
  humanAsk: 'Je voudrais parler à une personne',
  bot: 'Assistant',
  botTag: 'Automatique',
  personTag: 'Personne',
  you: 'Vous',
  chosen: 'choisi',
  choices: 'Réponses au choix',
  typing: who => `${who} écrit`,
  sending: 'Envoi…',
  sent: 'Envoyé',
  notSent: 'Ce message n’a pas pu être envoyé.',
  discard: 'Retirer',
  again: 'Réessayer',
  fresh: 'Commencer une nouvelle conversation',
  newMessages: 'Nouveaux messages',
  left: n => `${n} caractères restants`,
  removed: 'Ce message a été supprimé.',
  requested: 'Nous cherchons un collègue pour vous.',
  queued: (position, minutes) =>
    ['Vous êtes dans la file pour parler à une personne.', position ? `Numéro ${position}.` : '', minutes ? `Environ ${minutes} min.` : '']
      .filter(Boolean)
      .join(' '),
  joined: name => `${name} vous a rejoint. Vous parlez maintenant à une personne.`,
  transferred: 'Nous vous passons un collègue.',
  returned: 'L’assistant automatique est de retour.',
  failed: 'Personne n’est libre pour l’instant. L’assistant continue, et vous pouvez redemander à tout moment.',
  closed: 'Cette conversation est terminée.',
  connecting: 'Connexion…',
  waiting: 'Pas de connexion. Vos messages sont gardés et partiront dès son retour.',
  tryNow: 'Essayer',
  replaced: 'Cette conversation est ouverte dans une autre fenêtre.',
  useHere: 'L’utiliser ici',
  refused: 'La discussion n’est pas disponible ici pour le moment.',
  slowDown: seconds => `C’était beaucoup à la fois. Patientez ${seconds} s ; rien n’est perdu.`,
  identity: 'Votre session a expiré. Merci de vous reconnecter.',
  trouble: 'Cela n’a pas marché. Merci de réessayer.',
};

const de: Texts = {
  launcher: 'Mit uns chatten',
  unread: n => (n === 1 ? '1 neue Nachricht' : `${n} neue Nachrichten`),
  title: 'Hilfe und Beratung',
  close: 'Chat schließen',
  log: 'Unterhaltung',
  composer: 'Ihre Nachricht',
  placeholder: 'Nachricht schreiben …',
  send: 'Senden',
  human: 'Mit einem Menschen sprechen',
  humanAsk: 'Ich möchte mit einem Menschen sprechen',
  bot: 'Assistent',
  botTag: 'Automatisch',
  personTag: 'Mensch',
  you: 'Sie',
  chosen: 'gewählt',
  choices: 'Antworten zur Auswahl',
  typing: who => `${who} schreibt`,
  sending: 'Wird gesendet …',
  sent: 'Gesendet',
  notSent: 'Diese Nachricht konnte nicht gesendet werden.',
  discard: 'Entfernen',
  again: 'Noch einmal',
  fresh: 'Neue Unterhaltung beginnen',
  newMessages: 'Neue Nachrichten',
  left: n => `Noch ${n} Zeichen`,
  removed: 'Diese Nachricht wurde entfernt.',
  requested: 'Wir suchen jemanden für Sie.',
  queued: (position, minutes) =>
    ['Sie stehen in der Warteschlange für einen Menschen.', position ? `Platz ${position}.` : '', minutes ? `Etwa ${minutes} Min.` : '']
      .filter(Boolean)
      .join(' '),
  joined: name => `${name} ist jetzt da. Sie sprechen mit einem Menschen.`,
  transferred: 'Sie werden weitergeleitet.',
  returned: 'Der automatische Assistent ist wieder da.',
  failed: 'Gerade ist niemand frei. Der Assistent macht weiter; Sie können jederzeit wieder fragen.',
  closed: 'Diese Unterhaltung ist beendet.',
  connecting: 'Verbindung wird aufgebaut …',
  waiting: 'Keine Verbindung. Ihre Nachrichten sind sicher und gehen hinaus, sobald sie wieder da ist.',
  tryNow: 'Jetzt versuchen',
  replaced: 'Diese Unterhaltung ist in einem anderen Fenster offen.',
  useHere: 'Hier weiter',
  refused: 'Der Chat ist hier gerade nicht verfügbar.',
  slowDown: seconds => `Das war viel auf einmal. Bitte ${seconds} s warten; nichts geht verloren.`,
  identity: 'Ihre Anmeldung ist abgelaufen. Bitte melden Sie sich neu an.',
  trouble: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
};

export const TEXTS: Record<Language, Texts> = { en, es, fr, de };
