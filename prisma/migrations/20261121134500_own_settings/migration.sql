-- A business decides for itself: of its own row it changes the settings, and nothing else.
CREATE POLICY own_settings ON "Tenant" FOR UPDATE TO griot_business USING (id = current_tenant()) WITH CHECK (id = current_tenant());
GRANT UPDATE (settings) ON "Tenant" TO griot_business;
