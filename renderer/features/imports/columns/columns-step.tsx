import type { ImportDesk } from '#shared/contract/imports-desk.ts';
import classes from '../imports.module.css';
import { useImportSearch } from '../use-import-search.ts';
import { CurrencyRates } from './currency-rates.tsx';
import { type DeskPart, deskParts } from './desk-parts.ts';
import { NameMatches } from './name-matches.tsx';
import { PartsNav } from './parts-nav.tsx';
import { SheetColumns } from './sheet-columns.tsx';
import { StageValues } from './stage-values.tsx';

/** Where each column and each value goes; what is to be decided stands at the left. */
export function ColumnsStep({ desk }: { desk: ImportDesk }) {
  const [search] = useImportSearch();
  const parts = deskParts(desk);
  const part = parts.find(({ id }) => id === search.part) ?? parts[0];
  if (part === undefined) return null;
  return (
    <div className={classes['split']}>
      <PartsNav parts={parts} current={part} desk={desk} />
      <PartPage key={part.id} part={part} desk={desk} />
    </div>
  );
}

function PartPage({ part, desk }: { part: DeskPart; desk: ImportDesk }) {
  if (part.kind === 'stages') return <StageValues pipelines={desk.pipelines} />;
  if (part.kind === 'names') return <NameMatches names={desk.names} />;
  if (part.kind === 'currencies') return <CurrencyRates currencies={desk.currencies} />;
  return part.sheet && <SheetColumns sheet={part.sheet} />;
}
