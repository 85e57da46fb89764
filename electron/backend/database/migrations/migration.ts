/**
 * One forward step of the schema. Released ones never change and import nothing from the app.
 * `version` is the file's `user_version` afterwards; versions rise by one.
 */
export type Migration = {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
};
