import type {
  AnySchema,
  ContractProcedure,
  InferSchemaInput,
  InferSchemaOutput,
} from '@orpc/contract';
import { implement } from '@orpc/server';
import type { CommandMeta, QueryMeta, TaskMeta } from '#shared/contract/procedure.ts';
import type { CommandContext, QueryContext, RequestContext, TaskContext } from './context.ts';
import { toRpcError } from './rpc-error.ts';

type NoErrors = Record<never, never>;
type Service<Context, I extends AnySchema, O extends AnySchema> = (
  context: Context,
  input: InferSchemaOutput<I>,
) => InferSchemaInput<O> | Promise<InferSchemaInput<O>>;

/** Serves a query: the service gets a read transaction. */
export function onQuery<I extends AnySchema, O extends AnySchema>(
  procedure: ContractProcedure<I, O, NoErrors, QueryMeta>,
  service: Service<QueryContext, I, O>,
) {
  return implement(procedure)
    .$context<RequestContext>()
    .handler(({ context: { workspace }, input, path }) =>
      answer(workspace, path, () => workspace.runQuery(async (context) => service(context, input))),
    );
}

/** Serves a command: the service gets the one write transaction, which is one step of undo. */
export function onCommand<I extends AnySchema, O extends AnySchema>(
  procedure: ContractProcedure<I, O, NoErrors, CommandMeta>,
  service: Service<CommandContext, I, O>,
) {
  return implement(procedure)
    .$context<RequestContext>()
    .handler(({ context: { workspace }, input, path }) =>
      answer(workspace, path, () =>
        workspace.runCommand(path.join('.'), async (context) => service(context, input)),
      ),
    );
}

/** Serves a task: the service gets no transaction, and may open short ones. */
export function onTask<I extends AnySchema, O extends AnySchema>(
  procedure: ContractProcedure<I, O, NoErrors, TaskMeta>,
  service: Service<TaskContext, I, O>,
) {
  return implement(procedure)
    .$context<RequestContext>()
    .handler(({ context: { workspace }, input, path, signal }) =>
      answer(workspace, path, async () => service(workspace.taskContext(signal), input)),
    );
}

async function answer<T>(
  workspace: RequestContext['workspace'],
  path: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toRpcError(error, path, workspace.platform.log);
  }
}
