/** What Boutique Diop sells. Numbers are francs and units; prices of Dakar, rounded. */
export type DemoGoods = { code: string; name: string; aliases?: string[]; category: string; supplier: string; unit: string; cost: number; price: number; stock: number; min: number; pack?: number };

export const SUPPLIERS = [
  { code: 'CFAO', name: 'CFAO Distribution', phone: '+221770000020', leadTimeDays: 7 },
  { code: 'TILENE', name: 'Marché Tilène', phone: '+221770000021', leadTimeDays: 2 },
  { code: 'SIAGRO', name: 'Siagro Boissons', phone: '+221770000022', leadTimeDays: 4 },
];

type Row = [code: string, name: string, unit: string, cost: number, price: number, stock: number, min: number, aliases?: string[]];
const of = (category: string, supplier: string, rows: Row[]): DemoGoods[] =>
  rows.map(([code, name, unit, cost, price, stock, min, aliases]) => ({ code, name, category, supplier, unit, cost, price, stock, min, ...(aliases === undefined ? {} : { aliases }) }));

export const GOODS: DemoGoods[] = [
  ...of('Riz et céréales', 'CFAO', [
    ['101', 'Riz parfumé sac 25kg', 'sac', 17_500, 18_500, 14, 10, ['riz parfume', 'riz25']], ['102', 'Riz brisé sac 50kg', 'sac', 19_500, 21_000, 4, 3], ['103', 'Riz au kg', 'kg', 420, 500, 120, 30],
    ['104', 'Mil au kg', 'kg', 300, 375, 60, 15], ['105', 'Maïs au kg', 'kg', 250, 325, 45, 15], ['106', 'Couscous 500g', 'paquet', 450, 600, 24, 8], ['107', 'Farine de blé sac 50kg', 'sac', 20_500, 22_500, 6, 2], ['108', 'Spaghetti 500g', 'paquet', 350, 450, 60, 20, ['pates']],
  ]),
  ...of('Épicerie', 'TILENE', [
    ['201', 'Sucre 1kg', 'kg', 550, 650, 40, 15], ['202', 'Sucre sac 50kg', 'sac', 26_000, 28_500, 3, 2], ['203', 'Huile 1L', 'bouteille', 1_050, 1_250, 36, 12], ['204', 'Huile bidon 20L', 'bidon', 20_000, 22_500, 5, 2],
    ['205', 'Concentré de tomate 400g', 'boite', 500, 650, 48, 15, ['tomate']], ['206', 'Sel 1kg', 'kg', 150, 200, 30, 10], ['207', 'Bouillon cube x60', 'boite', 1_600, 1_900, 20, 6, ['maggi', 'jumbo']], ['208', 'Café soluble 50g', 'pot', 900, 1_100, 18, 6, ['nescafe']],
    ['209', 'Thé vert 250g', 'paquet', 700, 900, 25, 8, ['ataya']], ['210', 'Chocolat à tartiner', 'pot', 1_200, 1_500, 15, 5, ['chocopain']], ['211', 'Vinaigre 1L', 'bouteille', 400, 550, 14, 4], ['212', 'Moutarde 370g', 'pot', 850, 1_050, 16, 5],
    ['213', 'Mayonnaise 500g', 'pot', 1_300, 1_600, 18, 6], ['214', 'Arachide au kg', 'kg', 700, 900, 35, 10], ['215', 'Pâte d’arachide 1kg', 'kg', 1_100, 1_400, 20, 6],
  ]),
  ...of('Frais', 'SIAGRO', [
    ['301', 'Lait 1L', 'brique', 850, 1_000, 24, 10], ['302', 'Lait en poudre 400g', 'boite', 1_900, 2_200, 20, 8], ['303', 'Lait concentré', 'boite', 600, 750, 48, 15, ['gloria']], ['304', 'Beurre 250g', 'plaquette', 1_000, 1_250, 12, 5],
    ['305', 'Fromage portions x8', 'boite', 800, 1_000, 16, 6, ['vache qui rit']], ['306', 'Yaourt 125g', 'pot', 200, 300, 40, 15], ['307', 'Œufs plateau 30', 'plateau', 2_600, 3_000, 10, 4, ['oeufs']],
  ]),
  ...of('Boissons', 'SIAGRO', [
    ['401', 'Eau 1,5L', 'bouteille', 300, 400, 72, 24], ['402', 'Eau 10L', 'bidon', 900, 1_100, 15, 5], ['403', 'Soda cola 33cl', 'canette', 350, 500, 60, 24, ['coca']], ['404', 'Soda orange 33cl', 'canette', 350, 500, 48, 24, ['fanta']],
    ['405', 'Jus de bissap 1L', 'bouteille', 700, 1_000, 18, 6, ['bissap']], ['406', 'Jus de bouye 1L', 'bouteille', 750, 1_050, 12, 6, ['bouye']], ['407', 'Boisson maltée', 'canette', 450, 600, 30, 12],
  ]),
  ...of('Hygiène et maison', 'TILENE', [
    ['501', 'Savon x6', 'paquet', 1_300, 1_600, 20, 6], ['502', 'Savon de Marseille', 'piece', 300, 400, 40, 12], ['503', 'Lessive 1kg', 'paquet', 1_400, 1_700, 22, 8, ['omo']], ['504', 'Eau de javel 1L', 'bouteille', 450, 600, 24, 8, ['javel']],
    ['505', 'Papier hygiénique x4', 'paquet', 700, 900, 30, 10], ['506', 'Dentifrice 100ml', 'tube', 600, 800, 25, 8], ['507', 'Brosse à dents', 'piece', 250, 400, 20, 6], ['508', 'Couches taille 4 x30', 'paquet', 4_200, 4_900, 8, 3, ['couches']],
    ['509', 'Insecticide 400ml', 'bombe', 1_500, 1_900, 12, 4], ['510', 'Allumettes x10', 'paquet', 200, 300, 50, 15], ['511', 'Bougies x6', 'paquet', 500, 700, 18, 6], ['512', 'Piles AA x4', 'paquet', 800, 1_100, 16, 5], ['513', 'Charbon de bois sac', 'sac', 3_800, 4_500, 9, 4, ['charbon']],
  ]),
];
