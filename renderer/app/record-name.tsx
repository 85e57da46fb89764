import { Anchor } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Name } from '#renderer/components/text/name.tsx';
import type { SearchKind } from '#shared/contract/search.ts';
import { hitRoutes } from './palette/hit-routes.ts';

export type RecordNameProps = { kind: SearchKind; id: string; name: string };

/** The name of a record, which opens it where it has a page. */
export function RecordName({ kind, id, name }: RecordNameProps) {
  const navigate = useNavigate();
  const to = hitRoutes[kind];
  if (to === undefined) return <Name>{name}</Name>;
  return (
    <Anchor component="button" type="button" onClick={() => navigate(to(id))}>
      <Name>{name}</Name>
    </Anchor>
  );
}
