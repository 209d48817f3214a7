export interface Sample {
  id: string;
  name: string;
  about: string;
  locale: string;
}

export const NOBODY: Sample = { id: '', name: 'A visitor', about: 'Not signed in', locale: 'en' };

export const SAMPLES: Sample[] = [
  { id: 'demo-maya', name: 'Maya Okafor', about: 'Fibre 100, works from home', locale: 'en' },
  { id: 'demo-jonas', name: 'Jonas Weber', about: 'Fibre 1000, knows his router (de)', locale: 'de' },
  { id: 'demo-lucia', name: 'Lucía Fernández', about: 'Fibre 300, new customer (es)', locale: 'es' },
  { id: 'demo-amelie', name: 'Amélie Roux', about: 'Fibre 100, has written often (fr)', locale: 'fr' },
];
