import type { Said } from './texts';

/** What can be done beside talking: files, a rating, saving. Each in English, Spanish, French, German. */
export const acts = {
  menu: ['More', 'Más', 'Plus', 'Mehr'],
  preferences: ['Preferences', 'Preferencias', 'Préférences', 'Einstellungen'],
  about: ['What you know about me', 'Qué sabéis de mí', 'Ce que vous savez de moi', 'Was Sie über mich wissen'],
  saveText: ['Save as text', 'Guardar como texto', 'Enregistrer (texte)', 'Als Text sichern'],
  saveJson: ['Save as data', 'Guardar como datos', 'Enregistrer (données)', 'Als Daten sichern'],
  print: ['Print', 'Imprimir', 'Imprimer', 'Drucken'],
  end: ['End the conversation', 'Terminar la conversación', 'Terminer la conversation', 'Unterhaltung beenden'],
  back: ['Back to the conversation', 'Volver a la conversación', 'Retour à la conversation', 'Zurück zur Unterhaltung'],
  attach: ['Send a file', 'Enviar un archivo', 'Envoyer un fichier', 'Datei senden'],
  tooLarge: [
    'Too large: 8 MB at most.',
    'Demasiado grande: 8 MB como mucho.',
    'Trop gros : 8 Mo au plus.',
    'Zu groß: höchstens 8 MB.',
  ],
  notTaken: [
    'Only pictures, PDF, text and sound are taken.',
    'Solo imágenes, PDF, texto y sonido.',
    'Seulement images, PDF, texte et son.',
    'Nur Bilder, PDF, Text und Ton.',
  ],
  tooMany: [
    'That was a lot for one day. Please try again tomorrow.',
    'Son muchos para un día. Prueba de nuevo mañana.',
    'Cela fait beaucoup pour un jour. Réessayez demain.',
    'Das waren viele für einen Tag. Bitte morgen wieder.',
  ],
  uploadFailed: [
    'The file could not be sent.',
    'No se pudo enviar el archivo.',
    'Le fichier n’a pas pu être envoyé.',
    'Die Datei konnte nicht gesendet werden.',
  ],
  scores: [
    ['Bad', 'Not good', 'All right', 'Good', 'Very good'],
    ['Mal', 'Regular', 'Normal', 'Bien', 'Muy bien'],
    ['Mauvaise', 'Pas bonne', 'Correcte', 'Bonne', 'Très bonne'],
    ['Schlecht', 'Nicht gut', 'In Ordnung', 'Gut', 'Sehr gut'],
  ],
  comment: [
    'What should we know about it? (optional)',
    '¿Qué deberíamos saber? (opcional)',
    'Que devrions-nous savoir ? (facultatif)',
    'Was sollten wir dazu wissen? (freiwillig)',
  ],
  notNow: ['Not now', 'Ahora no', 'Pas maintenant', 'Jetzt nicht'],
  thanks: [
    'Thank you for telling us.',
    'Gracias por decírnoslo.',
    'Merci de nous l’avoir dit.',
    'Danke für die Antwort.',
  ],
} satisfies Said;
