/** A product known long enough, seen from one that is not. */
export type Peer = { priceXof: number; level: number; dispersion: number };
type Newcomer = Peer & { usableDays: number };

const PRICE_TIER = 2;
const PEERS_MIN = 3;
/** A fortnight of its own weighs as much as its like do, or less where those differ much. */
const DAYS_OF_DOUBT = 14;

/** Between what it sold so far and what its like sell, those of its category and about its price. */
export function newLevel({ priceXof, level, dispersion, usableDays }: Newcomer, category: readonly Peer[]): { level: number; dispersion: number } {
  const near = category.filter((peer) => peer.priceXof <= priceXof * PRICE_TIER && priceXof <= peer.priceXof * PRICE_TIER);
  const peers = near.length >= PEERS_MIN ? near : category;
  if (peers.length === 0) return { level, dispersion };
  const usual = mean(peers.map((peer) => peer.level));
  const varies = mean(peers.map((peer) => peer.dispersion));
  const differ = mean(peers.map((peer) => (peer.level - usual) ** 2));
  const doubt = differ > 0 ? Math.min(DAYS_OF_DOUBT, (varies * usual) / differ) : DAYS_OF_DOUBT;
  const own = usableDays / (usableDays + doubt);
  return { level: own * level + (1 - own) * usual, dispersion: Math.max(dispersion, varies) };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
