-- What Prisma's schema language cannot express: the second wall between tenants, append-only ledgers,
-- partial indexes for the queues, and the one function that may empty personal text.

-- A role belongs to the whole server: several databases may migrate at once.
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'griot_business') THEN
    CREATE ROLE griot_business NOLOGIN NOINHERIT;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
-- The login must be able to become it. A superuser already is a member of everything; from 16 on, whoever made
-- the role is a member that may not become it.
DO $$
DECLARE able boolean;
BEGIN
  IF current_setting('server_version_num')::int < 160000 THEN
    IF NOT pg_has_role(current_user, 'griot_business', 'MEMBER') THEN
      EXECUTE format('GRANT griot_business TO %I', current_user);
    END IF;
  ELSE
    EXECUTE 'SELECT pg_has_role(current_user, ''griot_business'', ''SET'')' INTO able;
    IF NOT able THEN
      EXECUTE format('GRANT griot_business TO %I WITH SET TRUE', current_user);
    END IF;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
GRANT USAGE ON SCHEMA public TO griot_business;

CREATE FUNCTION current_tenant() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.tenant_id', true), '')::uuid
$$;

-- Walls one table in: what has a tenantId belongs to it and to nobody else. A row without a tenant is the platform's.
CREATE FUNCTION wall(tables text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY tables LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_tenant ON %I TO griot_business USING ("tenantId" = current_tenant()) WITH CHECK ("tenantId" = current_tenant())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO griot_business', t);
  END LOOP;
END $$;

SELECT wall(ARRAY['Member', 'Client', 'Conversation', 'ConsentEvent', 'Handoff', 'Message', 'Outbox', 'Due', 'AuditLog'])::text;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO griot_business;

-- A business sees itself and the people it knows; it changes neither here.
ALTER TABLE "Tenant" ENABLE ROW LEVEL SECURITY;
CREATE POLICY itself ON "Tenant" FOR SELECT TO griot_business USING (id = current_tenant());
GRANT SELECT ON "Tenant" TO griot_business;
ALTER TABLE "Person" ENABLE ROW LEVEL SECURITY;
CREATE POLICY known_people ON "Person" FOR SELECT TO griot_business USING (
  EXISTS (SELECT 1 FROM "Client" c WHERE c."personId" = "Person".id) OR EXISTS (SELECT 1 FROM "Member" m WHERE m."personId" = "Person".id));
GRANT SELECT ON "Person" TO griot_business;

-- Append-only: received and decided things are never rewritten. What a row becomes without its personal text is
-- said here once, and nothing else passes, whoever asks.
CREATE FUNCTION without_text(table_name text, r jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT r || CASE table_name
    WHEN 'InboundEvent' THEN jsonb_build_object('content', jsonb_build_object('type', r->'content'->'type', 'erased', true))
    WHEN 'Message' THEN jsonb_build_object('text', '')
    WHEN 'UssdHop' THEN jsonb_build_object('screen', '')
    ELSE '{}' END
$$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND current_setting('app.erasing', true) = 'yes' THEN
    IF to_jsonb(NEW) = without_text(TG_TABLE_NAME, to_jsonb(OLD)) THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION append_only(tables text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY tables LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM griot_business', t);
  END LOOP;
END $$;

SELECT append_only(ARRAY['InboundEvent', 'UssdHop', 'Message', 'ConsentEvent', 'Receipt', 'Notice', 'AuditLog'])::text;

-- The only way to empty personal text: deletion on request, retention, an answered PIN. Everything but the text stays.
CREATE FUNCTION erase_text(events bigint[], messages bigint[], hops text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.erasing', 'yes', true);
  UPDATE "InboundEvent" SET content = jsonb_build_object('type', content->'type', 'erased', true) WHERE id = ANY(events);
  UPDATE "Message" SET text = '' WHERE id = ANY(messages);
  UPDATE "UssdHop" SET screen = '' WHERE "eventId" = ANY(hops);
  PERFORM set_config('app.erasing', 'no', true);
END $$;
REVOKE EXECUTE ON FUNCTION erase_text(bigint[], bigint[], text[]) FROM PUBLIC;

-- The queues: only what is waiting is looked at, however much has passed.
CREATE INDEX "InboundState_mail" ON "InboundState" ("contactId", "eventId") WHERE status = 'waiting';
CREATE INDEX "InboundState_waiting" ON "InboundState" ("availableAt") WHERE status = 'waiting';
CREATE INDEX "InboundState_parked" ON "InboundState" ("eventId") WHERE status = 'parked';
CREATE INDEX "Outbox_waiting" ON "Outbox" ("availableAt", id) WHERE status IN ('waiting', 'sending');
CREATE INDEX "Outbox_order" ON "Outbox" ("contactId", channel, id) WHERE status IN ('waiting', 'sending');
CREATE INDEX "Due_waiting" ON "Due" ("runAt", id) WHERE status = 'waiting';
CREATE UNIQUE INDEX "Handoff_open" ON "Handoff" ("contactId") WHERE "closedAt" IS NULL;
CREATE INDEX "Lead_open" ON "Lead" ("createdAt") WHERE "handledAt" IS NULL;
