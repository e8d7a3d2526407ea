// @ts-nocheck -- written by scripts/api-client.mjs; not to be edited

export type ClientOptions = {
    baseUrl: string;
};

export type AuditPage = {
    items: Array<{
        id: string;
        at: string;
        /**
         * e.g. `automation.switched_on`
         */
        action: string;
        /**
         * e.g. `recipe import-from-crm, template 8Hk…`
         */
        subject: string;
        /**
         * Any JSON; null: there was nothing
         */
        before: unknown;
        /**
         * Any JSON; null: there is nothing any more
         */
        after: unknown;
    }>;
    /**
     * Give it as `before` to read on; null at the end
     */
    next: string | null;
};

export type Automation = {
    id: string;
    recipe: string;
    /**
     * null: the default for all templates
     */
    template_id: string | null;
    enabled: boolean;
    /**
     * As filled in, without defaults
     */
    settings: {
        [key: string]: unknown;
    };
    created_at: string;
    updated_at: string;
};

export type AutomationChanges = {
    items: Array<{
        /**
         * Key of the recipe
         */
        recipe: string;
        /**
         * null: the default for all templates
         */
        template_id: string | null;
        /**
         * null: no choice of its own any more; the template follows the default
         */
        choice: {
            enabled: boolean;
            /**
             * Left out: as they are now
             */
            settings?: {
                [key: string]: Schema0;
            };
        } | null;
        /**
         * Change it only if it still stands like this; null: without a choice of its own
         */
        expected?: {
            enabled: boolean;
            settings: {
                [key: string]: Schema0;
            };
        } | null;
    }>;
    /**
     * Put back what was there before, even where it no longer fits its recipe: for an undo
     */
    restore?: boolean;
};

export type AutomationChoice = {
    /**
     * Key of the recipe
     */
    recipe: string;
    /**
     * null: the default for all templates without a choice of their own
     */
    template_id: string | null;
    enabled: boolean;
    /**
     * By the recipe's settings; what is left out takes its default. Left out altogether: as they are now
     */
    settings?: {
        [key: string]: Schema0;
    };
};

export type Automations = {
    items: Array<Automation>;
};

export type Backfill = {
    id: string;
    /**
     * Their keys
     */
    recipes: Array<string>;
    selection: BackfillSelection;
    /**
     * counting: the documents are being listed. ready: nothing runs before it is started
     */
    status: 'counting' | 'ready' | 'running' | 'paused' | 'finished' | 'stopped';
    /**
     * Why it was paused by itself, or what it waits for
     */
    reason: string | null;
    /**
     * Once each, whichever recipes want them
     */
    documents: {
        found: number;
        /**
         * Their turn has not come
         */
        waiting: number;
        /**
         * Handed to the recipes
         */
        asked: number;
        /**
         * Handled before, or changed since they were counted
         */
        skipped: number;
        /**
         * Could not be read
         */
        failed: number;
    };
    runs: {
        open: number;
        succeeded: number;
        failed: number;
        skipped: number;
    };
    created_at: string;
    started_at: string | null;
    finished_at: string | null;
};

export type BackfillDocuments = {
    items: Array<{
        document_id: string;
        name: string;
        outcome: 'asked' | 'skipped' | 'failed';
        reason: string | null;
    }>;
};

export type BackfillSelection = {
    /**
     * Empty: whatever template they were made from
     */
    template_ids: Array<string>;
    /**
     * As they are now, e.g. document.completed
     */
    statuses: Array<string>;
    /**
     * When they last changed; inclusive
     */
    changed_from: string | null;
    /**
     * Exclusive
     */
    changed_to: string | null;
};

export type Backfills = {
    items: Array<Backfill>;
};

export type BudgetWindow = {
    /**
     * The operation that the remote counts on its own; empty: all the others
     */
    operations: string;
    /**
     * Calls that the remote lets through per interval
     */
    limit: number;
    /**
     * The interval rolls on with each call
     */
    interval_ms: number;
    /**
     * Calls of all processes that still count
     */
    used: number;
    /**
     * Calls beyond ours that the remote counts
     */
    used_by_others: number;
    /**
     * After a refusal: nothing goes out for so long; else 0
     */
    closed_for_ms: number;
    /**
     * Calls that wait in place at this moment, the first class first
     */
    waiting: {
        preview: number;
        live: number;
        retry: number;
        backfill: number;
    };
};

export type CallableRecipes = {
    items: Array<{
        key: string;
        name: string;
        /**
         * What it takes, by name
         */
        input: {
            [key: string]: {
                type: 'text' | 'number' | 'boolean' | 'list' | 'object';
                required?: boolean;
            };
        };
        /**
         * The names of what it gives back
         */
        output: Array<string>;
    }>;
};

export type ChangedAutomations = {
    items: Array<{
        recipe: string;
        template_id: string | null;
        /**
         * null: there was no choice of its own. Give it as `choice` with `restore` to undo
         */
        before: {
            enabled: boolean;
            settings: {
                [key: string]: unknown;
            };
        } | null;
        /**
         * null: there is none any more
         */
        after: {
            enabled: boolean;
            settings: {
                [key: string]: unknown;
            };
        } | null;
    }>;
    /**
     * Left as they are, since they were not as `expected`: somebody else changed them in the meantime
     */
    left: Array<{
        recipe: string;
        template_id: string | null;
    }>;
    /**
     * What could not be checked, because its remote did not answer
     */
    notes: Array<string>;
};

export type Connection = {
    id: string;
    connector: string;
    name: string;
    base_url: string;
    account: {
        id: string;
        name: string;
        /**
         * Granted, where the remote tells
         */
        scopes?: Array<string>;
        currency?: string;
    } | null;
    /**
     * The names of the credentials that are stored, such as `access_token`
     */
    stored: Array<string>;
    /**
     * What actions of the connector need and the account did not grant; empty where the remote does not tell
     */
    missing_scopes: Array<string>;
    /**
     * `paused`: nothing uses it; runs wait until it works again
     */
    status: 'connected' | 'paused';
    /**
     * Paused: why. Connected: what does not work all the same, such as webhooks
     */
    status_reason: string | null;
    /**
     * `none`: this remote needs none
     */
    webhook: 'none' | 'missing' | 'subscribed';
    created_at: string;
    updated_at: string;
};

export type ConnectionBudget = {
    /**
     * Those that were used, the fullest first
     */
    windows: Array<BudgetWindow>;
    /**
     * As the remote said last; null where it has no limit per day
     */
    day: {
        limit: number;
        remaining: number;
        told_at: string;
        /**
         * Once no more are left, backfills wait for the next day
         */
        kept_for_live: number;
        /**
         * Which work waits for the next day of the account now
         */
        waiting_classes: Array<'preview' | 'live' | 'retry' | 'backfill'>;
    } | null;
};

export type ConnectionChange = {
    name?: string;
    /**
     * Only together with credentials, so that stored ones go nowhere new
     */
    base_url?: string;
    /**
     * As for a new connection. What is left out stays as it is stored; null forgets an optional one
     */
    credentials?: {
        [key: string]: string | null;
    };
};

export type ConnectionTest = {
    works: boolean;
    /**
     * Why not, in the words of the remote
     */
    reason: string | null;
    connection: Connection;
};

export type Connections = {
    items: Array<Connection>;
};

export type Connector = {
    key: string;
    title: string;
    default_base_url: string;
    /**
     * JSON Schema, draft 2020-12
     */
    credentials: {
        [key: string]: unknown;
    };
    triggers: Array<{
        key: string;
        title: string;
        description: string;
        /**
         * What its events are about
         */
        subject: 'document' | 'deal';
        /**
         * What recipes see as `trigger`
         */
        data: {
            [key: string]: unknown;
        };
    }>;
    actions: Array<{
        key: string;
        title: string;
        description: string;
        /**
         * `write`: it can be previewed, and its changes are recorded
         */
        effect: 'read' | 'write';
        /**
         * What the step takes; `pickList` and `dependsOn` beside a property offer live choices
         */
        input: {
            [key: string]: unknown;
        };
        /**
         * What later steps see as `steps.<id>`
         */
        output: {
            [key: string]: unknown;
        };
    }>;
    pick_lists: Array<{
        key: string;
        title: string;
        /**
         * JSON Schema, draft 2020-12
         */
        input: {
            [key: string]: unknown;
        };
    }>;
};

export type ConnectorSummary = {
    key: string;
    title: string;
    default_base_url: string;
};

export type Connectors = {
    items: Array<ConnectorSummary>;
};

export type DealState = {
    id: string;
    /**
     * null: as far as is known the deal is there
     */
    fate: {
        happened: 'deleted' | 'merged';
        at: string;
        /**
         * The deal that a merged one went on as; else null
         */
        into: string | null;
    } | null;
    /**
     * Deals that went on as this one; their documents are worked with it
     */
    merged_from: Array<string>;
};

export type DraftToSave = {
    /**
     * The revision that the change is based on
     */
    revision: number;
    /**
     * A recipe; GET /api/recipes/schema is its JSON Schema
     */
    recipe: {
        [key: string]: unknown;
    };
};

export type Effect = {
    id: string;
    run_id: string;
    /**
     * The step of the run
     */
    path: string;
    recipe_key: string;
    target: {
        connector: string;
        type: string;
        id: string | null;
        label: string | null;
        /**
         * Of its amounts, where it is known, e.g. EUR
         */
        currency: string | null;
    };
    operation: 'create' | 'update' | 'delete';
    property: string | null;
    before: Schema0;
    after: Schema1;
    deal_id: string | null;
    document_id: string | null;
    status: 'planned' | 'applied' | 'undone';
    planned_at: string;
    applied_at: string | null;
};

export type EffectPage = {
    items: Array<Effect>;
    /**
     * For `before` of the next page; null on the last one
     */
    next: string | null;
};

export type Event = {
    id: string;
    connector: string;
    trigger: string;
    subject: {
        type: 'document' | 'deal';
        id: string;
        label: string | null;
    };
    deal_id: string | null;
    template_id: string | null;
    /**
     * By the clock of the remote
     */
    occurred_at: string;
    received_at: string;
    /**
     * matched: it started runs. ignored: nothing wanted it. echo: it only reports our own write
     */
    status: 'received' | 'matched' | 'ignored' | 'echo' | 'failed';
    reason: string | null;
    /**
     * What recipes see as `trigger`
     */
    data: {
        [key: string]: Schema0;
    };
    /**
     * The runs that it started, oldest first
     */
    run_ids: Array<string>;
};

export type EventPage = {
    items: Array<EventSummary>;
    /**
     * For `before` of the next page; null on the last one
     */
    next: string | null;
};

export type EventSummary = {
    id: string;
    connector: string;
    trigger: string;
    subject: {
        type: 'document' | 'deal';
        id: string;
        label: string | null;
    };
    deal_id: string | null;
    template_id: string | null;
    /**
     * By the clock of the remote
     */
    occurred_at: string;
    received_at: string;
    /**
     * matched: it started runs. ignored: nothing wanted it. echo: it only reports our own write
     */
    status: 'received' | 'matched' | 'ignored' | 'echo' | 'failed';
    reason: string | null;
};

export type Failure = {
    /**
     * transient, rate_limited, auth, validation, not_found, conflict, forbidden or bug
     */
    class: string;
    /**
     * What happened
     */
    message: string;
    /**
     * What it means for the deal
     */
    consequence: string;
    /**
     * Who can fix it, and where
     */
    remedy: string;
    problems: Array<{
        subject: string;
        message: string;
    }>;
    remote_request_id: string | null;
    /**
     * The step that failed
     */
    path?: string;
};

export type FailureGroup = {
    /**
     * For the filter `group` of runs
     */
    id: string;
    recipe: {
        key: string;
        name: string;
    };
    step: {
        /**
         * Empty when the run failed outside of a step
         */
        path: string;
        connector: string | null;
        action: string | null;
    };
    /**
     * What was said, with `…` where ids and numbers differ from run to run
     */
    message: string;
    count: number;
    /**
     * When the oldest counted run of the group failed
     */
    first_at: string;
    last_at: string;
    /**
     * The newest run of the group, with its remedy
     */
    sample: {
        run_id: string;
        error: Failure;
    };
};

export type FailureGroups = {
    /**
     * Largest first
     */
    items: Array<FailureGroup>;
    /**
     * False when there are more than 20000 failures: the newest are counted
     */
    is_complete: boolean;
};

export type Issue = {
    /**
     * The part of the request that `pointer` points into
     */
    in: 'body' | 'query' | 'path' | 'header';
    /**
     * JSON pointer (RFC 6901); empty for the whole part
     */
    pointer: string;
    /**
     * A plain sentence
     */
    message: string;
    /**
     * What was probably meant
     */
    suggestion?: string;
};

export type LiveChanges = {
    /**
     * Runs that are new, or whose status or steps changed
     */
    runs: Array<{
        id: string;
        status: string;
    }>;
    /**
     * Events that are new, or whose status changed
     */
    events: Array<{
        id: string;
        status: string;
    }>;
    /**
     * Connections that are new or changed
     */
    connections: Array<{
        id: string;
        status: string;
    }>;
    /**
     * What people changed, as in the audit log: automation.switched, recipe.published, …
     */
    deeds: Array<{
        action: string;
        subject: string;
    }>;
    /**
     * More changed than is named here: read again whatever is shown
     */
    more: boolean;
};

export type NewBackfill = {
    /**
     * Keys of published recipes for templates
     */
    recipes: Array<string>;
    selection: BackfillSelection;
};

export type NewConnection = {
    connector: string;
    /**
     * Left out: the account's own name
     */
    name?: string;
    /**
     * Where the API of the remote is; left out: its usual address
     */
    base_url?: string;
    /**
     * As the connector's credentials schema says, e.g. {"api_key": "…"}. Sealed when stored; never given back
     */
    credentials: {
        [key: string]: string;
    };
};

export type PickListAnswer = {
    items: Array<{
        value: string;
        label: string;
        /**
         * A second line for people
         */
        hint?: string;
        /**
         * Of a property whose values are one of a list: what they are called
         */
        options?: Array<{
            value: string;
            label: string;
        }>;
    }>;
};

export type PickListQuestion = {
    /**
     * As the pick list's input schema says, e.g. {"pipeline": "default"}
     */
    input?: {
        [key: string]: Schema0;
    };
};

export type PlannedChange = {
    target: {
        connector: string;
        type: string;
        id: string | null;
        label?: string;
        /**
         * Of its amounts, where it is known, e.g. EUR
         */
        currency?: string;
    };
    operation: 'create' | 'update' | 'delete';
    property: string | null;
    before: Schema2;
    after: Schema3;
};

export type Preview = {
    steps: Array<{
        path: string;
        connector: string | null;
        action: string | null;
        input: Schema0;
        /**
         * What a read gave; null for a write
         */
        output: Schema1;
        /**
         * What a write would change
         */
        plan: {
            changes: Array<PlannedChange>;
            notes: Array<{
                subject: string;
                message: string;
            }>;
        } | null;
        error: {
            class: string;
            message: string;
            consequence: string;
            remedy: string;
            problems: Array<{
                subject: string;
                message: string;
            }>;
            remote_request_id: string | null;
        } | null;
    }>;
    end: {
        kind: 'succeeded' | 'failed';
        message: string | null;
    };
    /**
     * Of a document: whether it would start the recipe as it is now. The steps are shown all the same
     */
    start?: {
        would: boolean;
        /**
         * What speaks against it
         */
        because: Array<'switched_off' | 'not_linked' | 'condition'>;
        /**
         * The parts of the condition that do not hold
         */
        failing: Array<{
            /**
             * JsonLogic: the whole condition, or one that holds together with others
             */
            condition: Schema4;
            /**
             * What it looks at, such as `trigger.status`, as it is now
             */
            values: Array<{
                pill: string;
                value: Schema5;
            }>;
        }>;
    };
};

export type PreviewRequest = {
    recipe: string;
    content?: 'published' | 'draft';
    /**
     * PandaDoc document id
     */
    document_id: string;
    /**
     * Instead of those of the automation for the document’s template
     */
    settings?: {
        [key: string]: Schema0;
    };
};

export type Problem = {
    /**
     * `about:blank`, or a name for programs such as `tandem:stale_revision`
     */
    type: string;
    title: string;
    status: number;
    /**
     * What happened and what can be done about it
     */
    detail?: string;
    issues?: Array<Issue>;
};

export type Publication = {
    version: number;
    /**
     * false: the draft equals the published version already
     */
    created: boolean;
};

export type Readiness = {
    /**
     * Of the defaults for all templates; nothing is said of any template
     */
    defaults: Array<{
        recipe: string;
        /**
         * `unknown`: nothing is wrong as far as could be seen, but a remote did not answer
         */
        state: 'ready' | 'not_ready' | 'unknown';
        problems: Array<ReadinessProblem>;
    }>;
    items: Array<{
        template_id: string;
        automations: Array<{
            recipe: string;
            /**
             * `unknown`: nothing is wrong as far as could be seen, but a remote did not answer
             */
            state: 'ready' | 'not_ready' | 'unknown';
            problems: Array<ReadinessProblem>;
        }>;
    }>;
};

export type ReadinessProblem = {
    kind: 'not_connected' | 'paused' | 'missing_scope' | 'setting_missing' | 'setting_unfit' | 'choice_gone' | 'no_pricing' | 'unknown_field' | 'several_properties' | 'read_only_property';
    /**
     * A plain sentence
     */
    message: string;
    /**
     * Titles of connectors or settings, scopes, values, merge fields
     */
    about: Array<string>;
    connector: string | null;
    /**
     * Key of the setting
     */
    setting: string | null;
    /**
     * What was probably meant, or what there is to choose from
     */
    suggestion: string | null;
};

export type ReadinessQuestion = {
    /**
     * Such as those in sight, at most 50; ids that name no template are left out of the answer
     */
    template_ids: Array<string>;
};

export type Recipe = {
    id: string;
    key: string;
    name: string;
    description: string | null;
    offer: 'template' | 'everywhere';
    /**
     * Comes with the product: its draft is read-only, clone it to vary it
     */
    built_in: boolean;
    /**
     * What new runs take; null: never published
     */
    published_version: number | null;
    /**
     * Counts saves
     */
    draft_revision: number;
    /**
     * Runs of one event and columns of the matrix are in this order
     */
    position: number;
    created_at: string;
    updated_at: string;
    /**
     * GET /api/recipes/schema is its JSON Schema
     */
    draft: {
        [key: string]: unknown;
    };
    /**
     * Of the draft
     */
    issues: Array<RecipeIssue>;
};

export type RecipeDifference = {
    /**
     * Name, description, trigger and the like
     */
    recipe: Array<{
        /**
         * Within the step, the setting or the recipe
         */
        pointer: string;
        /**
         * Left out: there was nothing
         */
        before: unknown;
        /**
         * Left out: there is nothing any more
         */
        after: unknown;
    }>;
    settings: Array<{
        change: 'added';
        id: string;
        pointer: string;
    } | {
        change: 'removed';
        id: string;
        pointer: string;
    } | {
        change: 'moved';
        id: string;
        from: string;
        to: string;
    } | {
        change: 'changed';
        id: string;
        pointer: string;
        changes: Array<{
            /**
             * Within the step, the setting or the recipe
             */
            pointer: string;
            /**
             * Left out: there was nothing
             */
            before: unknown;
            /**
             * Left out: there is nothing any more
             */
            after: unknown;
        }>;
    }>;
    steps: Array<{
        change: 'added';
        id: string;
        pointer: string;
    } | {
        change: 'removed';
        id: string;
        pointer: string;
    } | {
        change: 'moved';
        id: string;
        from: string;
        to: string;
    } | {
        change: 'changed';
        id: string;
        pointer: string;
        changes: Array<{
            /**
             * Within the step, the setting or the recipe
             */
            pointer: string;
            /**
             * Left out: there was nothing
             */
            before: unknown;
            /**
             * Left out: there is nothing any more
             */
            after: unknown;
        }>;
    }>;
};

export type RecipeIssue = {
    /**
     * JSON pointer (RFC 6901) into the recipe
     */
    pointer: string;
    message: string;
    suggestion?: string;
    /**
     * Errors keep it from being published
     */
    severity: 'error' | 'warning';
};

export type RecipeSummary = {
    id: string;
    key: string;
    name: string;
    description: string | null;
    offer: 'template' | 'everywhere';
    /**
     * Comes with the product: its draft is read-only, clone it to vary it
     */
    built_in: boolean;
    /**
     * What new runs take; null: never published
     */
    published_version: number | null;
    /**
     * Counts saves
     */
    draft_revision: number;
    /**
     * Runs of one event and columns of the matrix are in this order
     */
    position: number;
    created_at: string;
    updated_at: string;
};

export type RecipeToClone = {
    key: string;
    name: string;
};

/**
 * A recipe; GET /api/recipes/schema is its JSON Schema
 */
export type RecipeToImport = {
    [key: string]: unknown;
};

export type RecipeToPublish = {
    /**
     * Publish only if this is still the draft
     */
    revision?: number;
};

export type RecipeToValidate = {
    /**
     * Anything
     */
    recipe: unknown;
};

export type RecipeVerdict = {
    /**
     * It may be published
     */
    valid: boolean;
    issues: Array<RecipeIssue>;
};

export type RecipeVersion = {
    version: number;
    published_at: string;
    /**
     * GET /api/recipes/schema is its JSON Schema
     */
    recipe: {
        [key: string]: unknown;
    };
};

export type RecipeVersions = {
    items: Array<{
        version: number;
        published_at: string;
    }>;
};

export type Recipes = {
    items: Array<RecipeSummary>;
};

export type Retry = {
    /**
     * resume: from the failed step on. restart: from the start, on the latest version and settings
     */
    mode: 'resume' | 'restart';
};

export type RetryAnswer = {
    /**
     * The run that goes on: the same when resumed, a new one when restarted
     */
    run_id: string;
};

export type RetryBatch = {
    id: string;
    /**
     * resume: from the failed step on. restart: from the start, on the latest version and settings
     */
    mode: 'resume' | 'restart';
    /**
     * stopped: nothing more is taken up; what had begun goes on to its end
     */
    status: 'running' | 'stopped' | 'finished';
    created_at: string;
    finished_at: string | null;
    total: number;
    /**
     * Not yet taken up
     */
    pending: number;
    /**
     * Queued, running or waiting
     */
    open: number;
    /**
     * With and without differences
     */
    succeeded: number;
    /**
     * Failed again
     */
    failed: number;
    /**
     * Cancelled, skipped, or no longer kept
     */
    other: number;
    /**
     * Not taken up
     */
    refused: number;
    /**
     * The commonest five
     */
    refusals: Array<{
        message: string;
        count: number;
    }>;
};

export type RetryBatchList = {
    /**
     * The newest ten
     */
    items: Array<RetryBatch>;
};

export type RetryBatchPreview = {
    /**
     * What would be retried, in this order: what happened first comes first
     */
    run_ids: Array<string>;
    left_out: Array<{
        /**
         * open: still at work. not_resumable: it did not stop at a step. retried: a later run has taken its place. superseded: a later change of the same document was handled, which this run would undo
         */
        reason: 'open' | 'not_resumable' | 'retried' | 'superseded';
        count: number;
    }>;
    /**
     * False when more than 5000 runs fit: these are the newest
     */
    is_complete: boolean;
    /**
     * The first 20; POST /api/runs/{id}/retry/preview tells what the retry of each would change
     */
    sample: Array<{
        id: string;
        recipe: {
            key: string;
            name: string;
            version: number;
        };
        document: {
            id: string;
            name: string | null;
        } | null;
        deal_id: string | null;
    }>;
};

export type RetryBatchRequest = {
    /**
     * resume: from the failed step on. restart: from the start, on the latest version and settings
     */
    mode: 'resume' | 'restart';
    run_ids?: Array<string>;
    /**
     * As of GET /api/runs; `status` is failed when left out
     */
    filter?: {
        status?: 'queued' | 'running' | 'waiting' | 'succeeded' | 'succeeded_with_differences' | 'failed' | 'cancelled' | 'skipped';
        /**
         * Key of the recipe
         */
        recipe?: string;
        /**
         * PandaDoc template id
         */
        template?: string;
        /**
         * HubSpot deal id
         */
        deal?: string;
        /**
         * PandaDoc document id
         */
        document?: string;
        event?: string;
        /**
         * Id of a failure group
         */
        group?: string;
        /**
         * Part of the name of the document or the deal or of what was said; or one of their ids
         */
        text?: string;
        /**
         * Its event came at or after
         */
        from?: string;
        /**
         * Its event came before
         */
        to?: string;
    };
};

export type Run = {
    id: string;
    event_id: string;
    retry_of: string | null;
    /**
     * The run whose changes this one takes back
     */
    undo_of: string | null;
    recipe: {
        key: string;
        name: string;
        version: number;
    };
    status: 'queued' | 'running' | 'waiting' | 'succeeded' | 'succeeded_with_differences' | 'failed' | 'cancelled' | 'skipped';
    /**
     * Why it was skipped, what it waits for, or the message of its stop step
     */
    reason: string | null;
    error: Failure | null;
    /**
     * Of a failed run: the id of the failures with the same cause
     */
    failure_group: string | null;
    document: {
        id: string;
        name: string | null;
    } | null;
    deal_id: string | null;
    /**
     * As it was last heard of; null where only its id is known
     */
    deal_name: string | null;
    template_id: string | null;
    /**
     * When the event happened
     */
    occurred_at: string;
    created_at: string;
    started_at: string | null;
    finished_at: string | null;
    /**
     * When a waiting run goes on
     */
    due_at: string | null;
    /**
     * `trigger` and `settings` as the recipe saw them; null when payloads of its age are no longer kept
     */
    scope: Schema0;
    steps: Array<Step>;
    effects: Array<Effect>;
};

export type RunNow = {
    /**
     * Key of a published recipe
     */
    recipe: string;
    /**
     * PandaDoc document id
     */
    document_id: string;
};

export type RunNowAnswer = {
    /**
     * GET /api/events/{id} gives the run as soon as it is matched
     */
    event_id: string;
};

export type RunOutcomes = {
    /**
     * The length of one bucket, by the length of the period
     */
    bucket: 'minute' | 'hour' | 'day' | 'week' | 'month';
    /**
     * Without gaps, oldest first, by when the run was made
     */
    buckets: Array<{
        start: string;
        succeeded: number;
        succeeded_with_differences: number;
        failed: number;
        /**
         * Skipped or cancelled
         */
        not_executed: number;
        /**
         * Queued, running or waiting
         */
        open: number;
    }>;
    /**
     * False when more than 50000 runs fit: the newest are counted
     */
    is_complete: boolean;
};

export type RunPage = {
    items: Array<RunSummary>;
    /**
     * For `before` of the next page; null on the last one
     */
    next: string | null;
    /**
     * How far back a text was looked for; `next` goes on from there. Null: to the end, or without a text
     */
    searched_to: string | null;
};

export type RunSummary = {
    id: string;
    event_id: string;
    retry_of: string | null;
    /**
     * The run whose changes this one takes back
     */
    undo_of: string | null;
    recipe: {
        key: string;
        name: string;
        version: number;
    };
    status: 'queued' | 'running' | 'waiting' | 'succeeded' | 'succeeded_with_differences' | 'failed' | 'cancelled' | 'skipped';
    /**
     * Why it was skipped, what it waits for, or the message of its stop step
     */
    reason: string | null;
    error: Failure | null;
    /**
     * Of a failed run: the id of the failures with the same cause
     */
    failure_group: string | null;
    document: {
        id: string;
        name: string | null;
    } | null;
    deal_id: string | null;
    /**
     * As it was last heard of; null where only its id is known
     */
    deal_name: string | null;
    template_id: string | null;
    /**
     * When the event happened
     */
    occurred_at: string;
    created_at: string;
    started_at: string | null;
    finished_at: string | null;
    /**
     * When a waiting run goes on
     */
    due_at: string | null;
};

export type SampleDocument = {
    document: {
        id: string;
        name: string;
    };
    deal: {
        id: string;
        name: string;
    };
};

export type SampleDocumentRequest = {
    template_id: string;
};

export type SavedAutomation = {
    id: string;
    recipe: string;
    /**
     * null: the default for all templates
     */
    template_id: string | null;
    enabled: boolean;
    /**
     * As filled in, without defaults
     */
    settings: {
        [key: string]: unknown;
    };
    created_at: string;
    updated_at: string;
    /**
     * What could not be checked, because its remote did not answer
     */
    note: string | null;
};

export type Step = {
    /**
     * Such as `document` or `each[3].update`
     */
    path: string;
    step_id: string;
    kind: 'action' | 'wait' | 'call';
    connector: string | null;
    action: string | null;
    status: 'running' | 'planned' | 'waiting' | 'succeeded' | 'failed';
    attempts: number;
    input: Schema1;
    /**
     * What a write action planned: changes before → after, notes
     */
    plan: Schema2;
    output: Schema3;
    error: Failure | null;
    notes: Array<{
        subject: string;
        message: string;
    }> | null;
    started_at: string;
    finished_at: string | null;
    failed_attempts: Array<{
        number: number;
        at: string;
        error: Failure;
    }>;
};

export type SubjectHits = {
    items: Array<{
        kind: 'deal' | 'document';
        id: string;
        name: string | null;
        /**
         * Something has happened to it here; the others are only known to the remote
         */
        known: boolean;
    }>;
    /**
     * Systems that could not be asked: there may be more
     */
    silent: Array<{
        connector: string;
        title: string;
        reason: string;
    }>;
};

export type TemplateFolders = {
    items: Array<{
        id: string;
        /**
         * Names from the top, e.g. ["Sales", "Renewals"]
         */
        path: Array<string>;
        template_ids: Array<string>;
    }>;
};

export type Templates = {
    items: Array<{
        id: string;
        name: string;
        automations: Array<{
            recipe: string;
            enabled: boolean;
            /**
             * Whose choice holds: the template's own, the default for all templates, or nobody's (off)
             */
            from: 'template' | 'default' | 'nothing';
            automation_id: string | null;
            /**
             * With the defaults of the recipe
             */
            settings: {
                [key: string]: unknown;
            };
        }>;
    }>;
    total: number;
    /**
     * Give it as `offset` to read on; null at the end
     */
    next: number | null;
};

export type WebhookHealth = {
    /**
     * `subscription`: made by Tandem. `app`: a person enters `address` in the app of the remote
     */
    way: 'subscription' | 'app';
    address: string;
    /**
     * Whether something is stored to check signatures with
     */
    has_secret: boolean;
    /**
     * null: this remote cannot be asked
     */
    remote: {
        /**
         * `inactive`: the remote stopped it; `gone`: it knows none; `unknown`: it could not be asked, see `reason`
         */
        state: 'active' | 'inactive' | 'gone' | 'unknown';
        reason: string | null;
        /**
         * Of the newest hundred deliveries of the last 24 hours, as the remote counts; null: it does not tell
         */
        deliveries: {
            arrived: number;
            failed: number;
            last_at: string | null;
            last_failure: {
                at: string | null;
                /**
                 * The status it was answered with; null: the remote got no answer
                 */
                answer: number | null;
                /**
                 * The remote's own word
                 */
                error: string | null;
            } | null;
        } | null;
    } | null;
    accepted: {
        count: number;
        last_at: string | null;
    };
    refused: {
        count: number;
        last_at: string | null;
        /**
         * Of the last one
         */
        why?: 'bad_signature' | 'bad_body' | 'no_secret';
    };
    /**
     * How the newest events of the last 24 hours became known, at most a thousand of them
     */
    found_by: Array<{
        found_by: 'webhook' | 'history' | 'reading' | 'poll' | 'person';
        count: number;
        last_at: string;
    }>;
};

export type WebhookTrial = {
    address: string;
    /**
     * `refused`: the signature did not hold; `failed`: another answer than 2xx; `unreachable`: no answer
     */
    outcome: 'accepted' | 'refused' | 'failed' | 'unreachable';
    status: number | null;
    detail: string | null;
    took_ms: number;
};

export type Schema0 = string | number | boolean | null | Array<Schema0> | {
    [key: string]: Schema0;
};

export type Schema1 = string | number | boolean | null | Array<Schema1> | {
    [key: string]: Schema1;
};

export type Schema2 = string | number | boolean | null | Array<Schema2> | {
    [key: string]: Schema2;
};

export type Schema3 = string | number | boolean | null | Array<Schema3> | {
    [key: string]: Schema3;
};

export type Schema4 = string | number | boolean | null | Array<Schema4> | {
    [key: string]: Schema4;
};

export type Schema5 = string | number | boolean | null | Array<Schema5> | {
    [key: string]: Schema5;
};

export type AuditListData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * What was changed
         */
        about?: 'automation' | 'recipe' | 'connection' | 'backfill';
        /**
         * Exactly this subject
         */
        subject?: string;
        /**
         * Exactly this action
         */
        action?: string;
        /**
         * Done at or after
         */
        from?: string;
        /**
         * Done before
         */
        to?: string;
        /**
         * Entries older than this one: `next` of the page before
         */
        before?: string;
        limit?: number;
    };
    url: '/api/audit';
};

export type AuditListErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
};

export type AuditListError = AuditListErrors[keyof AuditListErrors];

export type AuditListResponses = {
    /**
     * One page
     */
    200: AuditPage;
};

export type AuditListResponse = AuditListResponses[keyof AuditListResponses];

export type AutomationsListData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Key of the recipe
         */
        recipe?: string;
        template_id?: string;
    };
    url: '/api/automations';
};

export type AutomationsListErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
};

export type AutomationsListError = AutomationsListErrors[keyof AutomationsListErrors];

export type AutomationsListResponses = {
    /**
     * All choices
     */
    200: Automations;
};

export type AutomationsListResponse = AutomationsListResponses[keyof AutomationsListResponses];

export type AutomationsSwitchData = {
    body: AutomationChoice;
    path?: never;
    query?: never;
    url: '/api/automations';
};

export type AutomationsSwitchErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such recipe
     */
    404: Problem;
    /**
     * The recipe was never published
     */
    409: Problem;
    /**
     * The settings do not fit the recipe; `issues` points into the body
     */
    422: Problem;
};

export type AutomationsSwitchError = AutomationsSwitchErrors[keyof AutomationsSwitchErrors];

export type AutomationsSwitchResponses = {
    /**
     * The choice as it is now
     */
    200: SavedAutomation;
};

export type AutomationsSwitchResponse = AutomationsSwitchResponses[keyof AutomationsSwitchResponses];

export type AutomationsChangeData = {
    body: AutomationChanges;
    path?: never;
    query?: never;
    url: '/api/automations/changes';
};

export type AutomationsChangeErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such recipe
     */
    404: Problem;
    /**
     * A recipe was never published
     */
    409: Problem;
    /**
     * Settings do not fit their recipe; `issues` points into the body
     */
    422: Problem;
};

export type AutomationsChangeError = AutomationsChangeErrors[keyof AutomationsChangeErrors];

export type AutomationsChangeResponses = {
    /**
     * What was before and what is now, in the order of the request
     */
    200: ChangedAutomations;
};

export type AutomationsChangeResponse = AutomationsChangeResponses[keyof AutomationsChangeResponses];

export type AutomationsResetData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/automations/{id}';
};

export type AutomationsResetErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such choice
     */
    404: Problem;
};

export type AutomationsResetError = AutomationsResetErrors[keyof AutomationsResetErrors];

export type AutomationsResetResponses = {
    /**
     * It is gone
     */
    204: void;
};

export type AutomationsResetResponse = AutomationsResetResponses[keyof AutomationsResetResponses];

export type BackfillsListData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/backfills';
};

export type BackfillsListResponses = {
    /**
     * The newest fifty
     */
    200: Backfills;
};

export type BackfillsListResponse = BackfillsListResponses[keyof BackfillsListResponses];

export type BackfillsCreateData = {
    body: NewBackfill;
    path?: never;
    query?: never;
    url: '/api/backfills';
};

export type BackfillsCreateErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * A recipe is not published or not offered for templates
     */
    422: Problem;
};

export type BackfillsCreateError = BackfillsCreateErrors[keyof BackfillsCreateErrors];

export type BackfillsCreateResponses = {
    /**
     * The backfill, which is being counted
     */
    201: Backfill;
};

export type BackfillsCreateResponse = BackfillsCreateResponses[keyof BackfillsCreateResponses];

export type BackfillsOneData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/backfills/{id}';
};

export type BackfillsOneErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such backfill
     */
    404: Problem;
};

export type BackfillsOneError = BackfillsOneErrors[keyof BackfillsOneErrors];

export type BackfillsOneResponses = {
    /**
     * The backfill
     */
    200: Backfill;
};

export type BackfillsOneResponse = BackfillsOneResponses[keyof BackfillsOneResponses];

export type BackfillsDocumentsData = {
    body?: never;
    path: {
        id: string;
    };
    query?: {
        /**
         * Only those; left out: all
         */
        outcome?: 'asked' | 'skipped' | 'failed';
    };
    url: '/api/backfills/{id}/documents';
};

export type BackfillsDocumentsErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such backfill
     */
    404: Problem;
};

export type BackfillsDocumentsError = BackfillsDocumentsErrors[keyof BackfillsDocumentsErrors];

export type BackfillsDocumentsResponses = {
    /**
     * The first 200
     */
    200: BackfillDocuments;
};

export type BackfillsDocumentsResponse = BackfillsDocumentsResponses[keyof BackfillsDocumentsResponses];

export type BackfillsPauseData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/backfills/{id}/pause';
};

export type BackfillsPauseErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such backfill
     */
    404: Problem;
    /**
     * It is not running
     */
    409: Problem;
};

export type BackfillsPauseError = BackfillsPauseErrors[keyof BackfillsPauseErrors];

export type BackfillsPauseResponses = {
    /**
     * As it is now
     */
    200: Backfill;
};

export type BackfillsPauseResponse = BackfillsPauseResponses[keyof BackfillsPauseResponses];

export type BackfillsResumeData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/backfills/{id}/resume';
};

export type BackfillsResumeErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such backfill
     */
    404: Problem;
    /**
     * It is not paused
     */
    409: Problem;
};

export type BackfillsResumeError = BackfillsResumeErrors[keyof BackfillsResumeErrors];

export type BackfillsResumeResponses = {
    /**
     * As it is now
     */
    200: Backfill;
};

export type BackfillsResumeResponse = BackfillsResumeResponses[keyof BackfillsResumeResponses];

export type BackfillsStartData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/backfills/{id}/start';
};

export type BackfillsStartErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such backfill
     */
    404: Problem;
    /**
     * It is not ready
     */
    409: Problem;
};

export type BackfillsStartError = BackfillsStartErrors[keyof BackfillsStartErrors];

export type BackfillsStartResponses = {
    /**
     * As it is now
     */
    200: Backfill;
};

export type BackfillsStartResponse = BackfillsStartResponses[keyof BackfillsStartResponses];

export type BackfillsStopData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/backfills/{id}/stop';
};

export type BackfillsStopErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such backfill
     */
    404: Problem;
    /**
     * It is over
     */
    409: Problem;
};

export type BackfillsStopError = BackfillsStopErrors[keyof BackfillsStopErrors];

export type BackfillsStopResponses = {
    /**
     * As it is now
     */
    200: Backfill;
};

export type BackfillsStopResponse = BackfillsStopResponses[keyof BackfillsStopResponses];

export type ConnectionsListData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/connections';
};

export type ConnectionsListResponses = {
    /**
     * All connections
     */
    200: Connections;
};

export type ConnectionsListResponse = ConnectionsListResponses[keyof ConnectionsListResponses];

export type ConnectionsCreateData = {
    body: NewConnection;
    path?: never;
    query?: never;
    url: '/api/connections';
};

export type ConnectionsCreateErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * The connector is connected already
     */
    409: Problem;
    /**
     * The remote refused, with its reason
     */
    422: Problem;
};

export type ConnectionsCreateError = ConnectionsCreateErrors[keyof ConnectionsCreateErrors];

export type ConnectionsCreateResponses = {
    /**
     * The new connection
     */
    201: Connection;
};

export type ConnectionsCreateResponse = ConnectionsCreateResponses[keyof ConnectionsCreateResponses];

export type ConnectionsSandboxData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/connections/sandbox';
};

export type ConnectionsSandboxErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * No sandbox runs beside this server, or another account is connected
     */
    409: Problem;
    /**
     * The sandbox refused
     */
    422: Problem;
};

export type ConnectionsSandboxError = ConnectionsSandboxErrors[keyof ConnectionsSandboxErrors];

export type ConnectionsSandboxResponses = {
    /**
     * Both connections
     */
    201: Connections;
};

export type ConnectionsSandboxResponse = ConnectionsSandboxResponses[keyof ConnectionsSandboxResponses];

export type SandboxCompleteDocumentData = {
    body: SampleDocumentRequest;
    path?: never;
    query?: never;
    url: '/api/connections/sandbox/sample-document';
};

export type SandboxCompleteDocumentErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * The accounts are not those of the sandbox
     */
    409: Problem;
    /**
     * The sandbox refused, with its reason; such as that it has no such template
     */
    422: Problem;
    /**
     * The sandbox does not answer as it should
     */
    502: Problem;
};

export type SandboxCompleteDocumentError = SandboxCompleteDocumentErrors[keyof SandboxCompleteDocumentErrors];

export type SandboxCompleteDocumentResponses = {
    /**
     * The completed document and its deal
     */
    201: SampleDocument;
};

export type SandboxCompleteDocumentResponse = SandboxCompleteDocumentResponses[keyof SandboxCompleteDocumentResponses];

export type ConnectionsRemoveData = {
    body?: never;
    path: {
        id: string;
    };
    query?: {
        /**
         * Also removes the events and runs of the connection
         */
        with_history?: 'true' | 'false';
    };
    url: '/api/connections/{id}';
};

export type ConnectionsRemoveErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such connection
     */
    404: Problem;
    /**
     * It has history; say `with_history=true` to remove that too
     */
    409: Problem;
};

export type ConnectionsRemoveError = ConnectionsRemoveErrors[keyof ConnectionsRemoveErrors];

export type ConnectionsRemoveResponses = {
    /**
     * It is gone
     */
    204: void;
};

export type ConnectionsRemoveResponse = ConnectionsRemoveResponses[keyof ConnectionsRemoveResponses];

export type ConnectionsOneData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/connections/{id}';
};

export type ConnectionsOneErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such connection
     */
    404: Problem;
};

export type ConnectionsOneError = ConnectionsOneErrors[keyof ConnectionsOneErrors];

export type ConnectionsOneResponses = {
    /**
     * The connection
     */
    200: Connection;
};

export type ConnectionsOneResponse = ConnectionsOneResponses[keyof ConnectionsOneResponses];

export type ConnectionsChangeData = {
    body: ConnectionChange;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/connections/{id}';
};

export type ConnectionsChangeErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such connection
     */
    404: Problem;
    /**
     * The credentials belong to another account
     */
    409: Problem;
    /**
     * Refused by the remote
     */
    422: Problem;
};

export type ConnectionsChangeError = ConnectionsChangeErrors[keyof ConnectionsChangeErrors];

export type ConnectionsChangeResponses = {
    /**
     * As it is now
     */
    200: Connection;
};

export type ConnectionsChangeResponse = ConnectionsChangeResponses[keyof ConnectionsChangeResponses];

export type ConnectionBudgetBudgetData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/connections/{id}/budget';
};

export type ConnectionBudgetBudgetErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such connection
     */
    404: Problem;
};

export type ConnectionBudgetBudgetError = ConnectionBudgetBudgetErrors[keyof ConnectionBudgetBudgetErrors];

export type ConnectionBudgetBudgetResponses = {
    /**
     * The windows in which the remote counts
     */
    200: ConnectionBudget;
};

export type ConnectionBudgetBudgetResponse = ConnectionBudgetBudgetResponses[keyof ConnectionBudgetBudgetResponses];

export type ConnectionsTestData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/connections/{id}/test';
};

export type ConnectionsTestErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such connection
     */
    404: Problem;
};

export type ConnectionsTestError = ConnectionsTestErrors[keyof ConnectionsTestErrors];

export type ConnectionsTestResponses = {
    /**
     * Whether it works, and why not
     */
    200: ConnectionTest;
};

export type ConnectionsTestResponse = ConnectionsTestResponses[keyof ConnectionsTestResponses];

export type WebhookHealthReadData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/connections/{id}/webhook';
};

export type WebhookHealthReadErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such connection, or its remote has no webhooks
     */
    404: Problem;
};

export type WebhookHealthReadError = WebhookHealthReadErrors[keyof WebhookHealthReadErrors];

export type WebhookHealthReadResponses = {
    /**
     * As counted here, and as the remote tells
     */
    200: WebhookHealth;
};

export type WebhookHealthReadResponse = WebhookHealthReadResponses[keyof WebhookHealthReadResponses];

export type ConnectionsWebhookData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/connections/{id}/webhook';
};

export type ConnectionsWebhookErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such connection
     */
    404: Problem;
};

export type ConnectionsWebhookError = ConnectionsWebhookErrors[keyof ConnectionsWebhookErrors];

export type ConnectionsWebhookResponses = {
    /**
     * As it is now
     */
    200: Connection;
};

export type ConnectionsWebhookResponse = ConnectionsWebhookResponses[keyof ConnectionsWebhookResponses];

export type WebhookHealthTestData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/connections/{id}/webhook/test';
};

export type WebhookHealthTestErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such connection
     */
    404: Problem;
    /**
     * Nothing is stored to sign it with
     */
    409: Problem;
};

export type WebhookHealthTestError = WebhookHealthTestErrors[keyof WebhookHealthTestErrors];

export type WebhookHealthTestResponses = {
    /**
     * What came of it
     */
    200: WebhookTrial;
};

export type WebhookHealthTestResponse = WebhookHealthTestResponses[keyof WebhookHealthTestResponses];

export type CatalogueListData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/connectors';
};

export type CatalogueListResponses = {
    /**
     * All connectors
     */
    200: Connectors;
};

export type CatalogueListResponse = CatalogueListResponses[keyof CatalogueListResponses];

export type CatalogueOneData = {
    body?: never;
    path: {
        key: string;
    };
    query?: never;
    url: '/api/connectors/{key}';
};

export type CatalogueOneErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such connector
     */
    404: Problem;
};

export type CatalogueOneError = CatalogueOneErrors[keyof CatalogueOneErrors];

export type CatalogueOneResponses = {
    /**
     * The connector
     */
    200: Connector;
};

export type CatalogueOneResponse = CatalogueOneResponses[keyof CatalogueOneResponses];

export type PickListsLoadData = {
    body: PickListQuestion;
    path: {
        key: string;
        pickList: string;
    };
    query?: never;
    url: '/api/connectors/{key}/pick-lists/{pickList}';
};

export type PickListsLoadErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such connector or pick list, or the remote knows no such thing
     */
    404: Problem;
    /**
     * The connector is not connected, or its connection is paused
     */
    409: Problem;
    /**
     * The input is not what this pick list takes
     */
    422: Problem;
    /**
     * The remote did not answer
     */
    502: Problem;
    /**
     * The remote asks to wait; see Retry-After
     */
    503: Problem;
};

export type PickListsLoadError = PickListsLoadErrors[keyof PickListsLoadErrors];

export type PickListsLoadResponses = {
    /**
     * The choices, in the order of the remote
     */
    200: PickListAnswer;
};

export type PickListsLoadResponse = PickListsLoadResponses[keyof PickListsLoadResponses];

export type HistoryListEffectsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * `next` of the page before
         */
        before?: string;
        limit?: number;
        /**
         * HubSpot deal id
         */
        deal?: string;
        /**
         * PandaDoc document id
         */
        document?: string;
        run?: string;
        status?: 'planned' | 'applied' | 'undone';
    };
    url: '/api/effects';
};

export type HistoryListEffectsErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
};

export type HistoryListEffectsError = HistoryListEffectsErrors[keyof HistoryListEffectsErrors];

export type HistoryListEffectsResponses = {
    /**
     * A page of effects
     */
    200: EffectPage;
};

export type HistoryListEffectsResponse = HistoryListEffectsResponses[keyof HistoryListEffectsResponses];

export type HistoryListEventsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * `next` of the page before
         */
        before?: string;
        limit?: number;
        /**
         * HubSpot deal id
         */
        deal?: string;
        /**
         * Id of the document or deal that the event is about
         */
        subject?: string;
        status?: 'received' | 'matched' | 'ignored' | 'echo' | 'failed';
        trigger?: string;
    };
    url: '/api/events';
};

export type HistoryListEventsErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
};

export type HistoryListEventsError = HistoryListEventsErrors[keyof HistoryListEventsErrors];

export type HistoryListEventsResponses = {
    /**
     * A page of events
     */
    200: EventPage;
};

export type HistoryListEventsResponse = HistoryListEventsResponses[keyof HistoryListEventsResponses];

export type HistoryEventData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/events/{id}';
};

export type HistoryEventErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such event
     */
    404: Problem;
};

export type HistoryEventError = HistoryEventErrors[keyof HistoryEventErrors];

export type HistoryEventResponses = {
    /**
     * The event
     */
    200: Event;
};

export type HistoryEventResponse = HistoryEventResponses[keyof HistoryEventResponses];

export type HealthLiveData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/health/live';
};

export type HealthLiveResponses = {
    200: unknown;
};

export type HealthReadyData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/health/ready';
};

export type HealthReadyErrors = {
    /**
     * The Health Check is not successful
     */
    503: {
        status?: 'error' | 'shutting_down';
        info?: {
            [key: string]: {
                status: 'up' | 'degraded' | 'down';
                /**
                 * Time the health indicator took to respond, in ms
                 */
                responseTime?: number;
                [key: string]: unknown;
            };
        } | null;
        error?: {
            [key: string]: {
                status: 'up' | 'degraded' | 'down';
                /**
                 * Time the health indicator took to respond, in ms
                 */
                responseTime?: number;
                [key: string]: unknown;
            };
        } | null;
        details?: {
            [key: string]: {
                status: 'up' | 'degraded' | 'down';
                /**
                 * Time the health indicator took to respond, in ms
                 */
                responseTime?: number;
                [key: string]: unknown;
            };
        };
    };
};

export type HealthReadyError = HealthReadyErrors[keyof HealthReadyErrors];

export type HealthReadyResponses = {
    /**
     * The Health Check is successful
     */
    200: {
        status?: 'ok' | 'degraded';
        info?: {
            [key: string]: {
                status: 'up' | 'degraded' | 'down';
                /**
                 * Time the health indicator took to respond, in ms
                 */
                responseTime?: number;
                [key: string]: unknown;
            };
        } | null;
        error?: {
            [key: string]: {
                status: 'up' | 'degraded' | 'down';
                /**
                 * Time the health indicator took to respond, in ms
                 */
                responseTime?: number;
                [key: string]: unknown;
            };
        } | null;
        details?: {
            [key: string]: {
                status: 'up' | 'degraded' | 'down';
                /**
                 * Time the health indicator took to respond, in ms
                 */
                responseTime?: number;
                [key: string]: unknown;
            };
        };
    };
};

export type HealthReadyResponse = HealthReadyResponses[keyof HealthReadyResponses];

export type LiveListenData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/live';
};

export type LiveListenErrors = {
    /**
     * No more readers are served just now
     */
    503: unknown;
};

export type LiveListenResponses = {
    /**
     * The data of `changed`
     */
    200: LiveChanges;
};

export type LiveListenResponse = LiveListenResponses[keyof LiveListenResponses];

export type MetricsMetricsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/metrics';
};

export type MetricsMetricsResponses = {
    /**
     * Prometheus text format
     */
    200: unknown;
};

export type RunsPreviewData = {
    body: PreviewRequest;
    path?: never;
    query?: never;
    url: '/api/preview';
};

export type RunsPreviewErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such recipe or document
     */
    404: Problem;
    /**
     * The recipe was never published
     */
    409: Problem;
};

export type RunsPreviewError = RunsPreviewErrors[keyof RunsPreviewErrors];

export type RunsPreviewResponses = {
    /**
     * Each step with what it read or would change
     */
    200: Preview;
};

export type RunsPreviewResponse = RunsPreviewResponses[keyof RunsPreviewResponses];

export type RecipesListData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/recipes';
};

export type RecipesListResponses = {
    /**
     * Without their steps
     */
    200: Recipes;
};

export type RecipesListResponse = RecipesListResponses[keyof RecipesListResponses];

export type RecipesImportData = {
    body: RecipeToImport;
    path?: never;
    query?: never;
    url: '/api/recipes';
};

export type RecipesImportErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * Its key is taken
     */
    409: Problem;
    /**
     * It has errors; `issues` points into the body
     */
    422: Problem;
};

export type RecipesImportError = RecipesImportErrors[keyof RecipesImportErrors];

export type RecipesImportResponses = {
    /**
     * The new recipe
     */
    201: Recipe;
};

export type RecipesImportResponse = RecipesImportResponses[keyof RecipesImportResponses];

export type RecipesCallableData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/recipes/callable';
};

export type RecipesCallableResponses = {
    /**
     * By name
     */
    200: CallableRecipes;
};

export type RecipesCallableResponse = RecipesCallableResponses[keyof RecipesCallableResponses];

export type RecipesSchemaData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/recipes/schema';
};

export type RecipesSchemaResponses = {
    /**
     * The schema
     */
    200: {
        [key: string]: unknown;
    };
};

export type RecipesSchemaResponse = RecipesSchemaResponses[keyof RecipesSchemaResponses];

export type RecipesValidateData = {
    body: RecipeToValidate;
    path?: never;
    query?: never;
    url: '/api/recipes/validate';
};

export type RecipesValidateErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
};

export type RecipesValidateError = RecipesValidateErrors[keyof RecipesValidateErrors];

export type RecipesValidateResponses = {
    /**
     * What there is to say about it
     */
    200: RecipeVerdict;
};

export type RecipesValidateResponse = RecipesValidateResponses[keyof RecipesValidateResponses];

export type RecipesRemoveData = {
    body?: never;
    path: {
        key: string;
    };
    query?: {
        /**
         * Also removes the runs of the recipe
         */
        with_history?: 'true' | 'false';
    };
    url: '/api/recipes/{key}';
};

export type RecipesRemoveErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such recipe
     */
    404: Problem;
    /**
     * It is built in, switched on somewhere, called by another recipe, or has runs
     */
    409: Problem;
};

export type RecipesRemoveError = RecipesRemoveErrors[keyof RecipesRemoveErrors];

export type RecipesRemoveResponses = {
    /**
     * It is gone
     */
    204: void;
};

export type RecipesRemoveResponse = RecipesRemoveResponses[keyof RecipesRemoveResponses];

export type RecipesOneData = {
    body?: never;
    path: {
        key: string;
    };
    query?: never;
    url: '/api/recipes/{key}';
};

export type RecipesOneErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such recipe
     */
    404: Problem;
};

export type RecipesOneError = RecipesOneErrors[keyof RecipesOneErrors];

export type RecipesOneResponses = {
    /**
     * The recipe
     */
    200: Recipe;
};

export type RecipesOneResponse = RecipesOneResponses[keyof RecipesOneResponses];

export type RecipesCloneData = {
    body: RecipeToClone;
    path: {
        key: string;
    };
    query?: never;
    url: '/api/recipes/{key}/clone';
};

export type RecipesCloneErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such recipe
     */
    404: Problem;
    /**
     * The new key is taken
     */
    409: Problem;
};

export type RecipesCloneError = RecipesCloneErrors[keyof RecipesCloneErrors];

export type RecipesCloneResponses = {
    /**
     * The copy
     */
    201: Recipe;
};

export type RecipesCloneResponse = RecipesCloneResponses[keyof RecipesCloneResponses];

export type RecipeVersionsDiffData = {
    body?: never;
    path: {
        key: string;
    };
    query: {
        /**
         * A version, or `draft`
         */
        from: 'draft' | number;
        /**
         * A version, or `draft`
         */
        to: 'draft' | number;
    };
    url: '/api/recipes/{key}/diff';
};

export type RecipeVersionsDiffErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such recipe or version
     */
    404: Problem;
};

export type RecipeVersionsDiffError = RecipeVersionsDiffErrors[keyof RecipeVersionsDiffErrors];

export type RecipeVersionsDiffResponses = {
    /**
     * The differences
     */
    200: RecipeDifference;
};

export type RecipeVersionsDiffResponse = RecipeVersionsDiffResponses[keyof RecipeVersionsDiffResponses];

export type RecipesSaveDraftData = {
    body: DraftToSave;
    path: {
        key: string;
    };
    query?: never;
    url: '/api/recipes/{key}/draft';
};

export type RecipesSaveDraftErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such recipe
     */
    404: Problem;
    /**
     * The revision is stale (`current` and `yours` hold both drafts), or the recipe is built in
     */
    409: Problem;
    /**
     * It is not well formed; `issues` points into the body
     */
    422: Problem;
};

export type RecipesSaveDraftError = RecipesSaveDraftErrors[keyof RecipesSaveDraftErrors];

export type RecipesSaveDraftResponses = {
    /**
     * As it is now, on the next revision
     */
    200: Recipe;
};

export type RecipesSaveDraftResponse = RecipesSaveDraftResponses[keyof RecipesSaveDraftResponses];

export type RecipeVersionsExportData = {
    body?: never;
    path: {
        key: string;
    };
    query?: {
        /**
         * A version, or `draft`
         */
        version?: 'draft' | number;
    };
    url: '/api/recipes/{key}/export';
};

export type RecipeVersionsExportErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such recipe or version
     */
    404: Problem;
};

export type RecipeVersionsExportError = RecipeVersionsExportErrors[keyof RecipeVersionsExportErrors];

export type RecipeVersionsExportResponses = {
    /**
     * The recipe
     */
    200: {
        [key: string]: unknown;
    };
};

export type RecipeVersionsExportResponse = RecipeVersionsExportResponses[keyof RecipeVersionsExportResponses];

export type RecipeVersionsPublishData = {
    body: RecipeToPublish;
    path: {
        key: string;
    };
    query?: never;
    url: '/api/recipes/{key}/publish';
};

export type RecipeVersionsPublishErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such recipe
     */
    404: Problem;
    /**
     * The draft is not the named revision any more
     */
    409: Problem;
    /**
     * The draft has errors; `issues` points into it
     */
    422: Problem;
};

export type RecipeVersionsPublishError = RecipeVersionsPublishErrors[keyof RecipeVersionsPublishErrors];

export type RecipeVersionsPublishResponses = {
    /**
     * The version that is published now
     */
    200: Publication;
};

export type RecipeVersionsPublishResponse = RecipeVersionsPublishResponses[keyof RecipeVersionsPublishResponses];

export type RecipesValidateDraftData = {
    body?: never;
    path: {
        key: string;
    };
    query?: never;
    url: '/api/recipes/{key}/validate';
};

export type RecipesValidateDraftErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such recipe
     */
    404: Problem;
};

export type RecipesValidateDraftError = RecipesValidateDraftErrors[keyof RecipesValidateDraftErrors];

export type RecipesValidateDraftResponses = {
    /**
     * What there is to say about it
     */
    200: RecipeVerdict;
};

export type RecipesValidateDraftResponse = RecipesValidateDraftResponses[keyof RecipesValidateDraftResponses];

export type RecipeVersionsVersionsData = {
    body?: never;
    path: {
        key: string;
    };
    query?: never;
    url: '/api/recipes/{key}/versions';
};

export type RecipeVersionsVersionsErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such recipe
     */
    404: Problem;
};

export type RecipeVersionsVersionsError = RecipeVersionsVersionsErrors[keyof RecipeVersionsVersionsErrors];

export type RecipeVersionsVersionsResponses = {
    /**
     * Without their contents
     */
    200: RecipeVersions;
};

export type RecipeVersionsVersionsResponse = RecipeVersionsVersionsResponses[keyof RecipeVersionsVersionsResponses];

export type RecipeVersionsVersionData = {
    body?: never;
    path: {
        key: string;
        version: number;
    };
    query?: never;
    url: '/api/recipes/{key}/versions/{version}';
};

export type RecipeVersionsVersionErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such recipe or version
     */
    404: Problem;
};

export type RecipeVersionsVersionError = RecipeVersionsVersionErrors[keyof RecipeVersionsVersionErrors];

export type RecipeVersionsVersionResponses = {
    /**
     * The version
     */
    200: RecipeVersion;
};

export type RecipeVersionsVersionResponse = RecipeVersionsVersionResponses[keyof RecipeVersionsVersionResponses];

export type RetryBatchesListData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/retry-batches';
};

export type RetryBatchesListErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
};

export type RetryBatchesListError = RetryBatchesListErrors[keyof RetryBatchesListErrors];

export type RetryBatchesListResponses = {
    /**
     * The newest ones
     */
    200: RetryBatchList;
};

export type RetryBatchesListResponse = RetryBatchesListResponses[keyof RetryBatchesListResponses];

export type RetryBatchesStartData = {
    body: RetryBatchRequest;
    path?: never;
    query?: never;
    url: '/api/retry-batches';
};

export type RetryBatchesStartErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * None of the runs can be retried
     */
    409: Problem;
};

export type RetryBatchesStartError = RetryBatchesStartErrors[keyof RetryBatchesStartErrors];

export type RetryBatchesStartResponses = {
    /**
     * Asked for; it is worked off from now on
     */
    202: RetryBatch;
};

export type RetryBatchesStartResponse = RetryBatchesStartResponses[keyof RetryBatchesStartResponses];

export type RetryBatchesPreviewData = {
    body: RetryBatchRequest;
    path?: never;
    query?: never;
    url: '/api/retry-batches/preview';
};

export type RetryBatchesPreviewErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
};

export type RetryBatchesPreviewError = RetryBatchesPreviewErrors[keyof RetryBatchesPreviewErrors];

export type RetryBatchesPreviewResponses = {
    /**
     * The runs, and how many are left out for which reason
     */
    200: RetryBatchPreview;
};

export type RetryBatchesPreviewResponse = RetryBatchesPreviewResponses[keyof RetryBatchesPreviewResponses];

export type RetryBatchesOneData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/retry-batches/{id}';
};

export type RetryBatchesOneErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such batch
     */
    404: Problem;
};

export type RetryBatchesOneError = RetryBatchesOneErrors[keyof RetryBatchesOneErrors];

export type RetryBatchesOneResponses = {
    /**
     * The batch
     */
    200: RetryBatch;
};

export type RetryBatchesOneResponse = RetryBatchesOneResponses[keyof RetryBatchesOneResponses];

export type RetryBatchesStopData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/retry-batches/{id}/stop';
};

export type RetryBatchesStopErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such batch
     */
    404: Problem;
};

export type RetryBatchesStopError = RetryBatchesStopErrors[keyof RetryBatchesStopErrors];

export type RetryBatchesStopResponses = {
    /**
     * The batch as it stands
     */
    200: RetryBatch;
};

export type RetryBatchesStopResponse = RetryBatchesStopResponses[keyof RetryBatchesStopResponses];

export type HistoryListRunsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * `next` of the page before
         */
        before?: string;
        limit?: number;
        status?: 'queued' | 'running' | 'waiting' | 'succeeded' | 'succeeded_with_differences' | 'failed' | 'cancelled' | 'skipped';
        /**
         * Key of the recipe
         */
        recipe?: string;
        /**
         * PandaDoc template id
         */
        template?: string;
        /**
         * HubSpot deal id
         */
        deal?: string;
        /**
         * PandaDoc document id
         */
        document?: string;
        event?: string;
        /**
         * Id of a failure group
         */
        group?: string;
        /**
         * Part of the name of the document or the deal or of what was said; or one of their ids
         */
        text?: string;
        /**
         * Its event came at or after
         */
        from?: string;
        /**
         * Its event came before
         */
        to?: string;
    };
    url: '/api/runs';
};

export type HistoryListRunsErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
};

export type HistoryListRunsError = HistoryListRunsErrors[keyof HistoryListRunsErrors];

export type HistoryListRunsResponses = {
    /**
     * A page of runs
     */
    200: RunPage;
};

export type HistoryListRunsResponse = HistoryListRunsResponses[keyof HistoryListRunsResponses];

export type RunsStartData = {
    body: RunNow;
    path?: never;
    query?: never;
    url: '/api/runs';
};

export type RunsStartErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such recipe or document
     */
    404: Problem;
};

export type RunsStartError = RunsStartErrors[keyof RunsStartErrors];

export type RunsStartResponses = {
    /**
     * Asked for; the run starts in the lane of the document’s deal
     */
    202: RunNowAnswer;
};

export type RunsStartResponse = RunsStartResponses[keyof RunsStartResponses];

export type HistoryListFailureGroupsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Key of the recipe
         */
        recipe?: string;
        /**
         * PandaDoc template id
         */
        template?: string;
        /**
         * HubSpot deal id
         */
        deal?: string;
        /**
         * PandaDoc document id
         */
        document?: string;
        event?: string;
        /**
         * Part of the name of the document or the deal or of what was said; or one of their ids
         */
        text?: string;
        /**
         * Its event came at or after
         */
        from?: string;
        /**
         * Its event came before
         */
        to?: string;
        limit?: number;
    };
    url: '/api/runs/failure-groups';
};

export type HistoryListFailureGroupsErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
};

export type HistoryListFailureGroupsError = HistoryListFailureGroupsErrors[keyof HistoryListFailureGroupsErrors];

export type HistoryListFailureGroupsResponses = {
    /**
     * The largest groups, with a sample and its remedy
     */
    200: FailureGroups;
};

export type HistoryListFailureGroupsResponse = HistoryListFailureGroupsResponses[keyof HistoryListFailureGroupsResponses];

export type HistoryCountOutcomesData = {
    body?: never;
    path?: never;
    query?: {
        status?: 'queued' | 'running' | 'waiting' | 'succeeded' | 'succeeded_with_differences' | 'failed' | 'cancelled' | 'skipped';
        /**
         * Key of the recipe
         */
        recipe?: string;
        /**
         * PandaDoc template id
         */
        template?: string;
        /**
         * HubSpot deal id
         */
        deal?: string;
        /**
         * PandaDoc document id
         */
        document?: string;
        event?: string;
        /**
         * Id of a failure group
         */
        group?: string;
        /**
         * Part of the name of the document or the deal or of what was said; or one of their ids
         */
        text?: string;
        /**
         * Seven days before `to` when left out
         */
        from?: string;
        /**
         * Its event came before
         */
        to?: string;
        /**
         * IANA name such as Europe/Paris: where days begin and end. One that is not known counts as UTC
         */
        time_zone?: string;
    };
    url: '/api/runs/outcomes';
};

export type HistoryCountOutcomesErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
};

export type HistoryCountOutcomesError = HistoryCountOutcomesErrors[keyof HistoryCountOutcomesErrors];

export type HistoryCountOutcomesResponses = {
    /**
     * Counts per hour, day, week or month
     */
    200: RunOutcomes;
};

export type HistoryCountOutcomesResponse = HistoryCountOutcomesResponses[keyof HistoryCountOutcomesResponses];

export type HistoryRunData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/runs/{id}';
};

export type HistoryRunErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such run
     */
    404: Problem;
};

export type HistoryRunError = HistoryRunErrors[keyof HistoryRunErrors];

export type HistoryRunResponses = {
    /**
     * The run
     */
    200: Run;
};

export type HistoryRunResponse = HistoryRunResponses[keyof HistoryRunResponses];

export type RunsCancelData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/runs/{id}/cancel';
};

export type RunsCancelErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such run
     */
    404: Problem;
    /**
     * It is at work or has ended
     */
    409: Problem;
};

export type RunsCancelError = RunsCancelErrors[keyof RunsCancelErrors];

export type RunsCancelResponses = {
    /**
     * Cancelled
     */
    204: void;
};

export type RunsCancelResponse = RunsCancelResponses[keyof RunsCancelResponses];

export type RunsRetryData = {
    body: Retry;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/runs/{id}/retry';
};

export type RunsRetryErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such run
     */
    404: Problem;
    /**
     * The run is still open, or its automation is off
     */
    409: Problem;
};

export type RunsRetryError = RunsRetryErrors[keyof RunsRetryErrors];

export type RunsRetryResponses = {
    /**
     * The run that goes on
     */
    202: RetryAnswer;
};

export type RunsRetryResponse = RunsRetryResponses[keyof RunsRetryResponses];

export type RunsPreviewRetryData = {
    body: Retry;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/runs/{id}/retry/preview';
};

export type RunsPreviewRetryErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such run
     */
    404: Problem;
    /**
     * The run is still open, or its automation is off
     */
    409: Problem;
};

export type RunsPreviewRetryError = RunsPreviewRetryErrors[keyof RunsPreviewRetryErrors];

export type RunsPreviewRetryResponses = {
    /**
     * The steps that are still to be done
     */
    200: Preview;
};

export type RunsPreviewRetryResponse = RunsPreviewRetryResponses[keyof RunsPreviewRetryResponses];

export type UndoUndoData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/runs/{id}/undo';
};

export type UndoUndoErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such run
     */
    404: Problem;
    /**
     * The run is still open, is being undone, or nothing of it is left to undo
     */
    409: Problem;
};

export type UndoUndoError = UndoUndoErrors[keyof UndoUndoErrors];

export type UndoUndoResponses = {
    /**
     * The run that undoes it
     */
    202: RetryAnswer;
};

export type UndoUndoResponse = UndoUndoResponses[keyof UndoUndoResponses];

export type UndoPreviewData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/runs/{id}/undo/preview';
};

export type UndoPreviewErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * There is no such run
     */
    404: Problem;
    /**
     * The run is still open, or is being undone
     */
    409: Problem;
};

export type UndoPreviewError = UndoPreviewErrors[keyof UndoPreviewErrors];

export type UndoPreviewResponses = {
    /**
     * One step for each system; none when nothing of the run still stands
     */
    200: Preview;
};

export type UndoPreviewResponse = UndoPreviewResponses[keyof UndoPreviewResponses];

export type SearchFindData = {
    body?: never;
    path?: never;
    query: {
        /**
         * A name or the beginning of its words, an id, or a whole e-mail
         */
        text: string;
        limit?: number;
    };
    url: '/api/subjects';
};

export type SearchFindErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
};

export type SearchFindError = SearchFindErrors[keyof SearchFindErrors];

export type SearchFindResponses = {
    /**
     * Those with a history first; each once
     */
    200: SubjectHits;
};

export type SearchFindResponse = SearchFindResponses[keyof SearchFindResponses];

export type SubjectDealData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/subjects/deals/{id}';
};

export type SubjectDealErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
};

export type SubjectDealError = SubjectDealErrors[keyof SubjectDealErrors];

export type SubjectDealResponses = {
    /**
     * What is known of the deal; nothing against it where it was never heard of
     */
    200: DealState;
};

export type SubjectDealResponse = SubjectDealResponses[keyof SubjectDealResponses];

export type TemplatesListData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Part of the name, or the id
         */
        search?: string;
        limit?: number;
        /**
         * How many to leave out: `next` of the page before
         */
        offset?: number;
    };
    url: '/api/templates';
};

export type TemplatesListErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * The document system is not connected, or its connection is paused
     */
    409: Problem;
    /**
     * It did not answer
     */
    502: Problem;
    /**
     * It asks to wait; see Retry-After
     */
    503: Problem;
};

export type TemplatesListError = TemplatesListErrors[keyof TemplatesListErrors];

export type TemplatesListResponses = {
    /**
     * One page, by name
     */
    200: Templates;
};

export type TemplatesListResponse = TemplatesListResponses[keyof TemplatesListResponses];

export type TemplatesFoldersData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/templates/folders';
};

export type TemplatesFoldersErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * The document system is not connected, or its connection is paused
     */
    409: Problem;
    /**
     * It did not answer
     */
    502: Problem;
    /**
     * It asks to wait; see Retry-After
     */
    503: Problem;
};

export type TemplatesFoldersError = TemplatesFoldersErrors[keyof TemplatesFoldersErrors];

export type TemplatesFoldersResponses = {
    /**
     * All folders, whatever their depth, by path
     */
    200: TemplateFolders;
};

export type TemplatesFoldersResponse = TemplatesFoldersResponses[keyof TemplatesFoldersResponses];

export type TemplatesCheckReadinessData = {
    body: ReadinessQuestion;
    path?: never;
    query?: never;
    url: '/api/templates/readiness';
};

export type TemplatesCheckReadinessErrors = {
    /**
     * A value is missing, unknown or of the wrong kind
     */
    400: Problem;
    /**
     * The document system is not connected, or its connection is paused
     */
    409: Problem;
    /**
     * It did not answer
     */
    502: Problem;
    /**
     * It asks to wait; see Retry-After
     */
    503: Problem;
};

export type TemplatesCheckReadinessError = TemplatesCheckReadinessErrors[keyof TemplatesCheckReadinessErrors];

export type TemplatesCheckReadinessResponses = {
    /**
     * An answer for each template and recipe, and for the defaults
     */
    200: Readiness;
};

export type TemplatesCheckReadinessResponse = TemplatesCheckReadinessResponses[keyof TemplatesCheckReadinessResponses];

export type NudgeReceiveData = {
    body?: never;
    path: {
        connector: string;
    };
    query?: never;
    url: '/api/webhooks/{connector}';
};

export type NudgeReceiveErrors = {
    /**
     * The body is not what this remote sends; the detail names the place.
     */
    400: unknown;
    /**
     * The signature is missing, does not match or is older than five minutes.
     */
    401: unknown;
    /**
     * No connection receives webhooks at this address.
     */
    404: unknown;
    /**
     * The body is larger than 2 MB.
     */
    413: unknown;
};

export type NudgeReceiveResponses = {
    /**
     * Written down. `accepted` counts the events about the connected account.
     */
    200: unknown;
};
