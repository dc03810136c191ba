-- AlterTable
ALTER TABLE "ShortLink" ADD COLUMN     "tenantId" UUID;

SELECT wall(ARRAY['ShortLink'])::text;
-- Who asks for the same paper again gets the same link.
CREATE UNIQUE INDEX "ShortLink_of" ON "ShortLink" (kind, target) WHERE "tenantId" IS NOT NULL;

-- A body's measures are personal too: who has everything deleted leaves only that somebody was measured, and when.
CREATE OR REPLACE FUNCTION without_text(table_name text, r jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT r || CASE table_name
    WHEN 'InboundEvent' THEN jsonb_build_object('content', jsonb_build_object('type', r->'content'->'type', 'erased', true))
    WHEN 'Message' THEN jsonb_build_object('text', '')
    WHEN 'UssdHop' THEN jsonb_build_object('screen', '')
    WHEN 'MeasureVersion' THEN jsonb_build_object('values', '{}'::jsonb)
    ELSE '{}' END
$$;

CREATE FUNCTION erase_measures(profiles uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.erasing', 'yes', true);
  UPDATE "MeasureVersion" SET "values" = '{}' WHERE "profileId" = ANY(profiles);
  PERFORM set_config('app.erasing', 'no', true);
END $$;
REVOKE EXECUTE ON FUNCTION erase_measures(uuid[]) FROM PUBLIC;
