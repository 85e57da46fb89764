import type { DocumentLanguage } from '#shared/contract/documents.ts';
import type { Review, ReviewEvidence } from '#shared/contract/reviews.ts';
import {
  type HiddenName,
  nameHider,
  shortCompanyName,
} from '#shared/domain/documents/hide-names.ts';
import { documentWords } from '../furniture/words.tsx';

export type KnownNames = {
  accounts: readonly { id: string; name: string; isLinked: boolean }[];
  deals: readonly { id: string; name: string }[];
};

/**
 * A review without customers: deals and accounts have numbers instead of names, in evidence and
 * wherever a text names them. The same one has the same number throughout.
 */
export function withoutCustomers(
  review: Review,
  names: KnownNames,
  language: DocumentLanguage,
): Review {
  const words = documentWords(language);
  const numbers = { account: new Map<string, number>(), deal: new Map<string, number>() };
  const say = ({ kind, id }: Pick<HiddenName, 'kind' | 'id'>) => {
    const number = numbers[kind].get(id) ?? numbers[kind].size + 1;
    numbers[kind].set(id, number);
    return words.text(
      kind === 'deal' ? 'reviews:document.hiddenDeal' : 'reviews:document.hiddenAccount',
      { number },
    );
  };
  // Deals of the evidence come first, in its order.
  const evidence = review.evidence.map((piece) =>
    piece.kind === 'deal' ? { ...piece, title: say({ kind: 'deal', id: dealOf(piece) }) } : piece,
  );
  const hide = nameHider([...knownNames(names), ...evidenceNames(review)], say);
  return hideInTexts({ ...review, evidence }, hide);
}

function dealOf({ refId, title }: ReviewEvidence): string {
  return refId ?? title;
}

function knownNames({ accounts, deals }: KnownNames): HiddenName[] {
  return [
    ...accounts.flatMap(({ id, name, isLinked }) => accountNames(id, name, isLinked)),
    ...deals.map(({ id, name }) => ({ kind: 'deal' as const, id, text: name })),
  ];
}

/** Names as they were when evidence was attached, of which some have changed since. */
function evidenceNames({ evidence }: Review): HiddenName[] {
  return evidence.flatMap((piece) => {
    const { accountName } = piece.facts;
    return [
      ...(piece.kind === 'deal'
        ? [{ kind: 'deal' as const, id: dealOf(piece), text: piece.title }]
        : []),
      ...(accountName === undefined ? [] : accountNames(accountName, accountName, true)),
    ];
  });
}

function accountNames(id: string, name: string, isLinked: boolean): HiddenName[] {
  const short = isLinked ? shortCompanyName(name) : null;
  return [name, ...(short === null ? [] : [short])].map((text) => ({ kind: 'account', id, text }));
}

type Hide = (text: string) => string;

function hideInTexts(review: Review, hide: Hide): Review {
  return {
    ...review,
    summary: hide(review.summary),
    repComment: hide(review.repComment),
    adjReason: hide(review.adjReason),
    amendReason: hide(review.amendReason),
    calibrationReason: hide(review.calibrationReason),
    privateAssessment: hide(review.privateAssessment),
    ratings: review.ratings.map((rating) => ({
      ...rating,
      kpiNote: hide(rating.kpiNote),
      naReason: hide(rating.naReason),
      overrideReason: hide(rating.overrideReason),
      comment: hide(rating.comment),
    })),
    evidence: review.evidence.map((piece) => {
      const { accountName: _customer, ...facts } = piece.facts;
      const title = piece.kind === 'deal' ? piece.title : hide(piece.title);
      return { ...piece, facts, title, quote: hide(piece.quote) };
    }),
    points: review.points.map((point) => ({
      ...point,
      text: hide(point.text),
      measure: hide(point.measure),
      action: hide(point.action),
      support: hide(point.support),
    })),
  };
}
