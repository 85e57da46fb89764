import type { Profile } from './sample-content.ts';

/** How one kind of salesperson sells. */
export type Habits = {
  dealsPerMonth: number;
  winRate: number;
  /** Days from first talk to decision. */
  cycleDays: number;
  /** Share of lost causes that are never closed. */
  hopeless: number;
  /** Share of overdue close dates that are moved rather than left. */
  pushes: number;
  /** Days between two activities of one deal. */
  contactDays: number;
  /** Share of activities kept in the last four weeks. */
  recent: number;
  /** Won money over quota in past quarters. */
  attainment: number;
};

const steady: Habits = {
  dealsPerMonth: 1.9,
  winRate: 0.44,
  cycleDays: 78,
  hopeless: 0.12,
  pushes: 0.7,
  contactDays: 9,
  recent: 1,
  attainment: 0.97,
};

export const habits: Readonly<Record<Profile, Habits>> = {
  steady,
  star: { ...steady, dealsPerMonth: 2.3, winRate: 0.56, cycleDays: 66, attainment: 1.16 },
  rising: { ...steady, winRate: 0.5, cycleDays: 70, contactDays: 8, attainment: 1.06 },
  struggling: {
    ...steady,
    dealsPerMonth: 1.7,
    winRate: 0.24,
    cycleDays: 96,
    hopeless: 0.35,
    pushes: 0.9,
    contactDays: 12,
    attainment: 0.62,
  },
  busy: { ...steady, recent: 0.5, attainment: 0.86 },
  onLeave: { ...steady, recent: 0.55, attainment: 0.93 },
  new: { ...steady, dealsPerMonth: 3, cycleDays: 90, attainment: 0.5 },
};
