// Owns where a following pane goes: top edges meet, except near the end, where the ends come to meet. Pure.

/** The scrolling of a pane, in px: where it is, how much is seen, how far it goes. */
export interface Extent {
  top: number;
  height: number;
  max: number;
}

/**
 * The scroll position for the follower. `aligned` is where it would show the leader's top line at its own top edge, `max`
 * how far it goes. Over the leader's last screenful the answer moves from there to `max`, so that both ends meet however
 * different the heights are.
 */
export function follow(leader: Extent, aligned: number, max: number): number {
  if (leader.top <= 0) return 0;
  const tail = Math.min(leader.height, leader.max);
  const towardsEnd = tail > 0 ? Math.min(1, Math.max(0, (leader.top - (leader.max - tail)) / tail)) : 0;
  const from = Math.min(Math.max(aligned, 0), max);
  return from + (max - from) * towardsEnd;
}
