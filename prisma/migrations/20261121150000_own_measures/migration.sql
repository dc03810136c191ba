-- A client's own measures have no label: until now it was their name, or the 24 letters of it that a row shows, and a new name hid them.
UPDATE "MeasureProfile" SET label = '' WHERE id IN (
  SELECT DISTINCT ON (m."clientId") m.id
  FROM "MeasureProfile" m JOIN "Client" c ON c.id = m."clientId" JOIN "Person" p ON p.id = c."personId",
    LATERAL (SELECT lower(regexp_replace(normalize(btrim(m.label), NFD), '[\u0300-\u036f]', '', 'g')) AS label, lower(regexp_replace(normalize(btrim(p."fullName"), NFD), '[\u0300-\u036f]', '', 'g')) AS name) plain
  WHERE plain.label IN (plain.name, btrim(left(plain.name, 24)))
  ORDER BY m."clientId", m."createdAt", m.id);
