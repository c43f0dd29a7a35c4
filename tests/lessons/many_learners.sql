-- An installation with many(many) learners, whose next lesson is far off, and few(persons) among them for whom one is due
-- in every round. Each has read five lessons, was told so, and holds a card; meetings stand in years to come.

INSERT INTO people (id, channel, address, name, named_by_self, first_seen_at, last_at)
SELECT n, 'telegram', n, 'Pembelajar', false, timestamptz '2026-01-01', timestamptz '2026-01-01'
FROM generate_series(1, %(many)s::int) AS n;

INSERT INTO grants (id, person_id, role, scope, granted_at)
SELECT n, n, 'fasilitator_desa', '73.16.01.' || (2000 + mod(n, 100))::text, timestamptz '2026-01-01'
FROM generate_series(1, %(many)s::int) AS n;

INSERT INTO learners (id, person_id, days, minutes, thrifty, next_at, enrolled_at)
SELECT n, n, '24', 1200, false, timestamptz '2029-01-02 12:00+00' + mod(n, 900) * interval '1 day',
       timestamptz '2026-01-01'
FROM generate_series(1, %(many)s::int) AS n;

INSERT INTO lesson_progress (person_id, lesson, version, why, sent_at, page)
SELECT n, 'L0' || k::text, '1', 'urutan', timestamptz '2026-01-01' + k * interval '3 days', 0
FROM generate_series(1, %(many)s::int) AS n, generate_series(1, 5) AS k;

INSERT INTO quizzes (id, person_id, lesson, question, shown, wording, card, asked_at, chosen, is_right, answered_at)
SELECT n * 10 + k, n, 'L0' || k::text, 0, '012', 'dulu', false, timestamptz '2026-02-01', 1, false, timestamptz '2026-02-01'
FROM generate_series(1, %(many)s::int) AS n, generate_series(1, 2) AS k;

INSERT INTO cards (person_id, lesson, question, stability, difficulty, reviewed_on, due_on)
SELECT n, 'L01', 0, 1.0, 5.0, date '2026-02-01', date '2026-02-02'
FROM generate_series(1, %(many)s::int) AS n;

INSERT INTO notices (id, person_id, kind, subject, due_at, outcome)
SELECT n * 10 + k, n, 'pelajaran', 'L0' || k::text, timestamptz '2026-01-01', 'told'
FROM generate_series(1, %(many)s::int) AS n, generate_series(1, 5) AS k;

INSERT INTO outbox
    (id, chat, person_id, priority, method, params, due_at, tries, uncertain, outcome, created_at, unasked_on)
SELECT n, n, n, 1, 'sendMessage', '{}', 0, 0, false, 'sent', 0, date '2026-01-04' + mod(n, 100)
FROM generate_series(1, %(many)s::int) AS n;

INSERT INTO occasions (id, kind, wilayah, cycle, starts_at, made_at)
SELECT n, 'musrenbang_desa', '73.16.02.' || (2000 + n)::text, 2029, timestamptz '2030-01-01' + n * interval '1 hour',
       timestamptz '2026-01-01'
FROM generate_series(1, %(many)s::int / 100) AS n;
