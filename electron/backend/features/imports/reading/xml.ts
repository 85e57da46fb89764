import { SaxesParser } from 'saxes';
import { FileProblem } from './file-problem.ts';

export type XmlTag = {
  /** Without its prefix: writers differ in which one they use. */
  name: string;
  attribute(name: string): string | undefined;
};

export type XmlHandlers = {
  open?(tag: XmlTag): void;
  text?(text: string): void;
  close?(name: string): void;
};

/**
 * Reads a part of a workbook as a stream. Declarations of a document type are refused, so no
 * entity can be defined, let alone fetched or multiplied.
 *
 * @throws FileProblem damaged
 */
export async function readXml(
  chunks: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): Promise<void> {
  const parser = createParser(handlers);
  let decoder: TextDecoder | undefined;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    feed(parser, decoder, chunk);
  }
  if (decoder === undefined) throw new FileProblem('damaged');
  feed(parser, decoder, undefined);
  close(parser);
}

function createParser(handlers: XmlHandlers): SaxesParser {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw new FileProblem('damaged', { cause: error });
  });
  parser.on('doctype', () => {
    throw new FileProblem('damaged');
  });
  parser.on('opentag', ({ name, attributes }) => {
    handlers.open?.({
      name: localName(name),
      attribute: (key) => (Object.hasOwn(attributes, key) ? attributes[key] : undefined),
    });
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', ({ name }) => handlers.close?.(localName(name)));
  return parser;
}

function feed(parser: SaxesParser, decoder: TextDecoder, chunk: Uint8Array | undefined): void {
  let text: string;
  try {
    text = chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch (error) {
    throw new FileProblem('damaged', { cause: error });
  }
  parser.write(text);
}

function close(parser: SaxesParser): void {
  parser.close();
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
