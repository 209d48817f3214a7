import type { Language } from '../care/language';

export interface Texts {
  title: string;
  business: string;
  typing: string;
  log: string;
  empty: string;
  write: string;
  send: string;
  you: string;
  they: string;
  status: Record<'sent' | 'delivered' | 'read' | 'failed', string>;
  kinds: Record<string, string>;
  language: string;
  intro: string;
  more: string;
  moreAbout: string;
  location: string;
  poll: string;
  file: string;
  window: string;
  windowOpen: (until: string) => string;
  windowOver: string;
  expire: string;
  wrong: string;
  wrongAbout: string;
  twice: string;
  copies: string;
  disorder: string;
  delay: string;
  signature: string;
  next: string;
  nothing: string;
  pair: string;
  windowError: string;
  outage: string;
  lost: string;
  dropped: string;
  token: string;
  who: string;
  whoAbout: string;
  number: string;
  name: string;
  hidden: string;
  become: string;
  lostConnection: string;
}

const en: Texts = {
  title: 'A phone with WhatsApp',
  business: 'Your provider',
  typing: 'is writing…',
  log: 'Messages',
  empty: 'Write the first message. The bot that runs beside this sandbox answers.',
  write: 'Message',
  send: 'Send',
  you: 'You',
  they: 'Your provider',
  status: { sent: 'sent', delivered: 'delivered', read: 'read', failed: 'failed' },
  kinds: {
    image: 'Photo', audio: 'Voice message', video: 'Video', document: 'Document', location: 'Location',
    reaction: 'Reaction', unsupported: 'A poll', template: 'Template', button: 'Choice', list: 'Choice',
  },
  language: 'Language',
  intro: 'This page imitates the provider’s side: the phone, the network, and what can go wrong there. Nothing leaves your machine.',
  more: 'Send something else',
  moreAbout: 'Things that are no words.',
  location: 'A location',
  poll: 'A poll (unsupported)',
  file: 'A file…',
  window: 'The 24-hour window',
  windowOpen: until => `Open until ${until}.`,
  windowOver: 'Over: only templates get through.',
  expire: 'Let it run out',
  wrong: 'What goes wrong',
  wrongAbout: 'From the network to the server: for every message until you turn it off.',
  twice: 'Deliver 5 times',
  copies: 'Deliver 25 times',
  disorder: 'Out of order',
  delay: '3 s late',
  signature: 'Bad signature',
  next: 'The next message to the phone meets',
  nothing: 'nothing',
  pair: 'too many to one customer (131056)',
  windowError: 'the window is over (131047)',
  outage: 'an outage (HTTP 500)',
  lost: 'a lost response (it arrives)',
  dropped: 'a dropped connection (it does not)',
  token: 'a refused token (190)',
  who: 'Whose phone',
  whoAbout: 'Another one is an empty one.',
  number: 'Number',
  name: 'Name',
  hidden: 'Does not show the number',
  become: 'Take this phone',
  lostConnection: 'The sandbox does not answer. Is it still running?',
};

const es: Texts = {
  title: 'Un teléfono con WhatsApp',
  business: 'Su proveedor',
  typing: 'está escribiendo…',
  log: 'Mensajes',
  empty: 'Escriba el primer mensaje. Contesta el bot que funciona junto a este entorno de pruebas.',
  write: 'Mensaje',
  send: 'Enviar',
  you: 'Usted',
  they: 'Su proveedor',
  status: { sent: 'enviado', delivered: 'entregado', read: 'leído', failed: 'fallido' },
  kinds: {
    image: 'Foto', audio: 'Mensaje de voz', video: 'Vídeo', document: 'Documento', location: 'Ubicación',
    reaction: 'Reacción', unsupported: 'Una encuesta', template: 'Plantilla', button: 'Opción', list: 'Opción',
  },
  language: 'Idioma',
  intro: 'Esta página imita el lado del proveedor: el teléfono, la red y lo que puede fallar. Nada sale de su equipo.',
  more: 'Enviar otra cosa',
  moreAbout: 'Cosas que no son palabras.',
  location: 'Una ubicación',
  poll: 'Una encuesta (no admitida)',
  file: 'Un archivo…',
  window: 'La ventana de 24 horas',
  windowOpen: until => `Abierta hasta ${until}.`,
  windowOver: 'Terminada: solo pasan las plantillas.',
  expire: 'Dejar que termine',
  wrong: 'Lo que sale mal',
  wrongAbout: 'De la red al servidor: en cada mensaje, hasta que lo desactive.',
  twice: 'Entregar 5 veces',
  copies: 'Entregar 25 veces',
  disorder: 'En desorden',
  delay: '3 s tarde',
  signature: 'Firma falsa',
  next: 'El próximo mensaje al teléfono encuentra',
  nothing: 'nada',
  pair: 'demasiados a un cliente (131056)',
  windowError: 'la ventana terminada (131047)',
  outage: 'una avería (HTTP 500)',
  lost: 'una respuesta perdida (llega)',
  dropped: 'una conexión cortada (no llega)',
  token: 'un token rechazado (190)',
  who: 'De quién es el teléfono',
  whoAbout: 'Otro teléfono está vacío.',
  number: 'Número',
  name: 'Nombre',
  hidden: 'No muestra el número',
  become: 'Tomar este teléfono',
  lostConnection: 'El entorno de pruebas no responde. ¿Sigue en marcha?',
};

const fr: Texts = {
  title: 'Un téléphone avec WhatsApp',
  business: 'Votre opérateur',
  typing: 'écrit…',
  log: 'Messages',
  empty: 'Écrivez le premier message. Le bot qui tourne à côté de ce bac à sable répond.',
  write: 'Message',
  send: 'Envoyer',
  you: 'Vous',
  they: 'Votre opérateur',
  status: { sent: 'envoyé', delivered: 'distribué', read: 'lu', failed: 'échoué' },
  kinds: {
    image: 'Photo', audio: 'Message vocal', video: 'Vidéo', document: 'Document', location: 'Position',
    reaction: 'Réaction', unsupported: 'Un sondage', template: 'Modèle', button: 'Choix', list: 'Choix',
  },
  language: 'Langue',
  intro: 'Cette page imite le côté de l’opérateur du réseau : le téléphone, le réseau et ce qui peut s’y passer. Rien ne quitte votre machine.',
  more: 'Envoyer autre chose',
  moreAbout: 'Ce qui n’est pas des mots.',
  location: 'Une position',
  poll: 'Un sondage (non pris en charge)',
  file: 'Un fichier…',
  window: 'La fenêtre de 24 heures',
  windowOpen: until => `Ouverte jusqu’à ${until}.`,
  windowOver: 'Terminée : seuls les modèles passent.',
  expire: 'La laisser expirer',
  wrong: 'Ce qui tourne mal',
  wrongAbout: 'Du réseau au serveur : pour chaque message, jusqu’à ce que vous l’arrêtiez.',
  twice: 'Livrer 5 fois',
  copies: 'Livrer 25 fois',
  disorder: 'Dans le désordre',
  delay: '3 s de retard',
  signature: 'Fausse signature',
  next: 'Le prochain message vers le téléphone rencontre',
  nothing: 'rien',
  pair: 'trop de messages à un client (131056)',
  windowError: 'la fenêtre terminée (131047)',
  outage: 'une panne (HTTP 500)',
  lost: 'une réponse perdue (il arrive)',
  dropped: 'une connexion coupée (il n’arrive pas)',
  token: 'un jeton refusé (190)',
  who: 'À qui est le téléphone',
  whoAbout: 'Un autre téléphone est vide.',
  number: 'Numéro',
  name: 'Nom',
  hidden: 'Ne montre pas le numéro',
  become: 'Prendre ce téléphone',
  lostConnection: 'Le bac à sable ne répond pas. Tourne-t-il encore ?',
};

const de: Texts = {
  title: 'Ein Telefon mit WhatsApp',
  business: 'Ihr Anbieter',
  typing: 'schreibt …',
  log: 'Nachrichten',
  empty: 'Schreiben Sie die erste Nachricht. Es antwortet der Bot, der neben dieser Sandbox läuft.',
  write: 'Nachricht',
  send: 'Senden',
  you: 'Sie',
  they: 'Ihr Anbieter',
  status: { sent: 'gesendet', delivered: 'zugestellt', read: 'gelesen', failed: 'gescheitert' },
  kinds: {
    image: 'Foto', audio: 'Sprachnachricht', video: 'Video', document: 'Dokument', location: 'Standort',
    reaction: 'Reaktion', unsupported: 'Eine Umfrage', template: 'Vorlage', button: 'Auswahl', list: 'Auswahl',
  },
  language: 'Sprache',
  intro: 'Diese Seite spielt die andere Seite: das Telefon, das Netz und was dort schiefgehen kann. Nichts verlässt Ihren Rechner.',
  more: 'Etwas anderes senden',
  moreAbout: 'Was keine Worte sind.',
  location: 'Ein Standort',
  poll: 'Eine Umfrage (nicht unterstützt)',
  file: 'Eine Datei …',
  window: 'Das 24-Stunden-Fenster',
  windowOpen: until => `Offen bis ${until}.`,
  windowOver: 'Vorbei: Nur Vorlagen kommen durch.',
  expire: 'Ablaufen lassen',
  wrong: 'Was schiefgeht',
  wrongAbout: 'Vom Netz zum Server: bei jeder Nachricht, bis Sie es ausschalten.',
  twice: '5-mal zustellen',
  copies: '25-mal zustellen',
  disorder: 'Durcheinander',
  delay: '3 s zu spät',
  signature: 'Falsche Signatur',
  next: 'Die nächste Nachricht ans Telefon trifft auf',
  nothing: 'nichts',
  pair: 'zu viele an einen Kunden (131056)',
  windowError: 'ein abgelaufenes Fenster (131047)',
  outage: 'einen Ausfall (HTTP 500)',
  lost: 'eine verlorene Antwort (sie kommt an)',
  dropped: 'eine abgerissene Verbindung (sie kommt nicht an)',
  token: 'ein abgelehntes Token (190)',
  who: 'Wessen Telefon',
  whoAbout: 'Ein anderes Telefon ist leer.',
  number: 'Nummer',
  name: 'Name',
  hidden: 'Zeigt die Nummer nicht',
  become: 'Dieses Telefon nehmen',
  lostConnection: 'Die Sandbox antwortet nicht. Läuft sie noch?',
};

export const TEXTS: Record<Language, Texts> = { en, es, fr, de };
