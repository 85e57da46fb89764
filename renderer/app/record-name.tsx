import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Name } from '#renderer/components/text/name.tsx';
import type { SearchKind } from '#shared/contract/search.ts';
import { hitRoutes } from './palette/hit-routes.ts';

export type RecordNameProps = { kind: SearchKind; id: string; name: string };

/** The name of a record, which opens it where it has a page. */
export function RecordName({ kind, id, name }: RecordNameProps) {
  const route = hitRoutes[kind]?.(id);
  if (route === undefined) return <Name>{name}</Name>;
  return (
    <Anchor inherit title={name} renderRoot={(props) => <Link {...route} {...props} />}>
      <Name>{name}</Name>
    </Anchor>
  );
}
