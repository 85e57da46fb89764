import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { atomicWrite } from '../files/atomic-write.ts';

const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() });
type Rectangle = z.infer<typeof rectangle>;
const windowState = z.object({ bounds: rectangle, isMaximized: z.boolean() });

export type WindowState = z.infer<typeof windowState>;

export const defaultSize = { width: 1360, height: 860 };
/** A strip this large must be on a screen, or the window could not be caught with the mouse. */
const graspable = { width: 200, height: 60 };

/**
 * Where the window was when it was last closed. The place is left out when it is on no screen
 * now, the size when none was kept.
 *
 * @param workAreas of the screens there are now
 */
export function restoreBounds(file: string, workAreas: readonly Rectangle[]) {
  const state = readState(file);
  if (state === null) return { bounds: defaultSize, isMaximized: false };
  const { bounds, isMaximized } = state;
  const { width, height } = bounds;
  const isReachable = workAreas.some((area) => isGraspable(bounds, area));
  return { bounds: isReachable ? bounds : { width, height }, isMaximized };
}

/** On a full or read-only disk the window closes all the same, and opens elsewhere next time. */
export function rememberBounds(file: string, state: WindowState): void {
  try {
    atomicWrite(file, JSON.stringify(state));
  } catch (error) {
    process.stderr.write(`The window's place was not kept: ${String(error)}\n`);
  }
}

function readState(file: string): WindowState | null {
  try {
    return windowState.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Not there yet, or not readable: the window opens at its default size.
    return null;
  }
}

function isGraspable({ x, y, width, height }: Rectangle, area: Rectangle): boolean {
  const across = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
  const down = Math.min(y + height, area.y + area.height) - y;
  return across >= graspable.width && down >= graspable.height && y >= area.y;
}
