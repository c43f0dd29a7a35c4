-- An installation with many(many) open tasks of others, and few(persons) people for whom something is due in every
-- round. Five tasks a person, eight a village, due in years to come; one in five waits for an input. What was told to
-- these people lies about as well.

INSERT INTO tasks
    (id, rule, occasion_id, wilayah, owner_id, on_behalf, due_on, state, remind_at, climb_at, rung, ends_at)
SELECT 1000000 + n,
       'D' || lpad(mod(n, 8)::text, 2, '0'),
       n / 8,
       (10 + n / 80000)::text || '.' || lpad(mod(n / 800, 100)::text, 2, '0') || '.01.' || (2000 + mod(n / 8, 100))::text,
       1000000 + n / 5,
       false,
       date '2028-01-03' + mod(n, 900),
       CASE WHEN mod(n, 5) = 0 THEN 'waiting' ELSE 'open' END,
       CASE WHEN mod(n, 5) > 0 THEN timestamptz '2028-01-03' + mod(n, 900) * interval '1 day' END,
       timestamptz '2028-01-10' + mod(n, 900) * interval '1 day',
       0,
       timestamptz '2029-01-05' + mod(n, 900) * interval '1 day'
FROM generate_series(1, %(many)s::int) AS n;

INSERT INTO notices (id, person_id, kind, subject, due_at, outcome)
SELECT n, 1000000 + n, 'tugas', '', timestamptz '2028-01-03' + mod(n, 900) * interval '1 day',
       CASE WHEN mod(n, 3) = 0 THEN NULL ELSE 'told' END
FROM generate_series(1, %(many)s::int / 5) AS n;

INSERT INTO outbox
    (id, chat, person_id, priority, method, params, due_at, tries, uncertain, outcome, created_at, unasked_on)
SELECT n, n, 1000000 + n, 1, 'sendMessage', '{}', 0, 0, false, 'sent', 0, date '2027-01-04' + mod(n, 100)
FROM generate_series(1, %(many)s::int / 5) AS n;

INSERT INTO people (id, channel, address, name, named_by_self, first_seen_at, last_at)
SELECT n, 'telegram', n, 'Warga ' || n, false, timestamptz '2026-01-01', timestamptz '2026-01-01'
FROM generate_series(1, %(persons)s::int) AS n;

INSERT INTO people (id, channel, address, name, named_by_self, first_seen_at, last_at)
SELECT 1000000 + n, 'telegram', 1000000 + n, 'Warga ' || n, false, timestamptz '2026-01-01', timestamptz '2026-01-01'
FROM generate_series(1, %(many)s::int / 5) AS n;

INSERT INTO grants (id, person_id, role, scope, granted_at)
SELECT n, n, 'fasilitator_desa', '73.16.01.' || (2000 + n)::text, timestamptz '2026-01-01'
FROM generate_series(1, %(persons)s::int) AS n;

INSERT INTO grants (id, person_id, role, scope, granted_at)
SELECT 1000000 + n, 1000000 + n, 'fasilitator_desa', '11.01.01.' || (2000 + mod(n, 100))::text, timestamptz '2026-01-01'
FROM generate_series(1, %(many)s::int / 5) AS n;

INSERT INTO occasions (id, kind, wilayah, cycle, starts_at, made_at)
SELECT n, 'musrenbang_desa', '73.16.01.' || (2000 + n)::text, 2029, timestamptz '2027-08-20 01:00+00',
       timestamptz '2026-01-01'
FROM generate_series(1, %(persons)s::int) AS n;

INSERT INTO tasks (id, rule, occasion_id, wilayah, owner_id, on_behalf, due_on, state, rung)
SELECT n,
       CASE mod(n, 2) WHEN 0 THEN 'D05' ELSE 'D11' END,
       (n + 1) / 2,
       '73.16.01.' || (2000 + (n + 1) / 2)::text,
       (n + 1) / 2,
       false,
       date '2027-07-05',
       'open',
       0
FROM generate_series(1, %(persons)s::int * 2) AS n;
