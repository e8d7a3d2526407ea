import type { Ajv, ValidateFunction } from 'ajv';

type Node = { $ref?: string } & Record<string, unknown>;

interface Content {
  content?: Record<string, { schema?: unknown }>;
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
}

interface OperationObject {
  parameters?: Node[];
  requestBody?: Node;
  responses: Record<string, Node>;
}

export interface Document {
  paths: Record<string, Record<string, OperationObject>>;
}

export interface Finding {
  at: string;
  message: string;
}

interface Source {
  api: string;
  file: string;
  document: Document;
  template: string;
  method: string;
  ajv: Ajv;
  /** Turns "5" into 5 and one value into a list of one, as a query has no types. */
  lenient: Ajv;
}

/** One described operation. Validators are compiled when they are first needed. */
export class Operation {
  /** Such as "hubspot GET /crm/v3/owners". */
  readonly name: string;
  private readonly described: OperationObject;
  private readonly base: string;
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(private readonly source: Source) {
    this.name = `${source.api} ${source.method.toUpperCase()} ${source.template}`;
    this.described = source.document.paths[source.template]![source.method]!;
    this.base = `/paths/${escaped(source.template)}/${source.method}`;
  }

  /** HubSpot describes every failure as "default". */
  describes(status: number): boolean {
    return String(status) in this.described.responses || (status >= 300 && 'default' in this.described.responses);
  }

  checkQuery(query: unknown): Finding[] {
    const parameters = (this.described.parameters ?? [])
      .map((parameter, index) => this.resolve(parameter, `${this.base}/parameters/${index}`))
      .map(({ node, pointer }) => ({ ...(node as unknown as Parameter), pointer }))
      .filter((parameter) => parameter.in === 'query');
    const validate = this.validator('query', () =>
      this.source.lenient.compile({
        type: 'object',
        properties: Object.fromEntries(
          parameters.map(({ name, pointer }) => [name, { $ref: this.reference(`${pointer}/schema`) }]),
        ),
        required: parameters.filter(({ required }) => required).map(({ name }) => name),
        // PandaDoc's metadata filter is one parameter per key; the description has an array of that name.
        patternProperties: parameters.some(({ name }) => name === 'metadata') ? { '^metadata_': {} } : {},
        additionalProperties: false,
      }),
    );
    return findings(validate, structuredClone(query));
  }

  /** null stands for no body. */
  checkBody(body: unknown): Finding[] {
    const { node, pointer } = this.resolve(this.described.requestBody ?? {}, `${this.base}/requestBody`);
    const schema = jsonSchemaOf(node, pointer);
    if (body === null || body === undefined) return node.required === true && schema ? [missing] : [];
    if (!schema) return this.described.requestBody ? [] : [{ at: '', message: 'no body is described' }];
    return findings(this.compiled(schema), body);
  }

  checkAnswer(status: number, body: unknown): Finding[] {
    const key = String(status) in this.described.responses ? String(status) : 'default';
    const { node, pointer } = this.resolve(this.described.responses[key] ?? {}, `${this.base}/responses/${key}`);
    const schema = jsonSchemaOf(node, pointer);
    if (body === null) return schema && status !== 204 ? [missing] : [];
    return schema ? findings(this.compiled(schema), body) : [{ at: '', message: 'no body is described' }];
  }

  private compiled(pointer: string): ValidateFunction {
    return this.validator(pointer, () => this.source.ajv.compile({ $ref: this.reference(pointer) }));
  }

  private validator(key: string, compile: () => ValidateFunction): ValidateFunction {
    const validate = this.validators.get(key) ?? compile();
    this.validators.set(key, validate);
    return validate;
  }

  private reference(pointer: string): string {
    return `${this.source.file}#${encodeURI(pointer)}`;
  }

  /** Follows a `$ref` to a shared parameter, body or response. */
  private resolve(node: Node, pointer: string): { node: Node; pointer: string } {
    if (node.$ref === undefined) return { node, pointer };
    const target = node.$ref.slice(1);
    const parts = target.split('/').slice(1).map(unescaped);
    const found = parts.reduce<unknown>((at, part) => (at as Node)[part], this.source.document);
    return this.resolve(found as Node, target);
  }
}

const missing: Finding = { at: '', message: 'has no body' };

/** Where the schema of the JSON (or form) body stands; undefined when there is no body or it is a file. */
function jsonSchemaOf(node: Node, pointer: string): string | undefined {
  const { content = {} } = node as Content;
  const type = Object.keys(content).find(
    (name) => (name.includes('json') || name === '*/*' || name.includes('urlencoded')) && content[name]?.schema,
  );
  return type === undefined ? undefined : `${pointer}/content/${escaped(type)}/schema`;
}

function findings(validate: ValidateFunction, value: unknown): Finding[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => ({
    at: error.instancePath,
    message: `${error.message ?? 'is not as described'} ${JSON.stringify(error.params)}`,
  }));
}

const escaped = (text: string): string => text.replaceAll('~', '~0').replaceAll('/', '~1');
const unescaped = (text: string): string => text.replaceAll('~1', '/').replaceAll('~0', '~');
