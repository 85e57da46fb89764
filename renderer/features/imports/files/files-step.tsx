import type { DeskProgress, ImportDesk } from '#shared/contract/imports-desk.ts';
import classes from '../imports.module.css';
import { FileDrop } from './file-drop.tsx';
import { FileList } from './file-list.tsx';
import { ProfileList } from './profile-list.tsx';
import { RunList } from './run-list.tsx';

export type FilesStepProps = { desk: ImportDesk | null; progress: DeskProgress | null };

/** What was dropped and as what it was recognised. */
export function FilesStep({ desk, progress }: FilesStepProps) {
  const hasFiles = desk !== null && desk.files.length > 0;
  return (
    <div className={classes['scroll']}>
      {hasFiles && <FileList files={desk.files} />}
      <FileDrop isFirst={!hasFiles} progress={progress} />
      {!hasFiles && <RunList />}
      {!hasFiles && <ProfileList />}
    </div>
  );
}
