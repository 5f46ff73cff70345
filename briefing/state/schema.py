"""The tables of the state, version by version."""

from __future__ import annotations

MIGRATIONS = (
    """
    CREATE TABLE replies (key TEXT PRIMARY KEY, completion TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE briefs (
        id INTEGER PRIMARY KEY, as_of TEXT NOT NULL, title TEXT NOT NULL, brief TEXT NOT NULL
    );
    CREATE TABLE texts (sha256 TEXT PRIMARY KEY, utf8 BLOB NOT NULL);
    CREATE TABLE brief_texts (
        brief INTEGER NOT NULL REFERENCES briefs (id) ON DELETE CASCADE,
        sha256 TEXT NOT NULL REFERENCES texts (sha256),
        PRIMARY KEY (brief, sha256)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE pages (url TEXT PRIMARY KEY, etag TEXT, modified TEXT, body BLOB NOT NULL);
    """,
    """
    CREATE TABLE editions (
        id INTEGER PRIMARY KEY, series TEXT NOT NULL, as_of TEXT NOT NULL,
        brief INTEGER REFERENCES briefs (id) ON DELETE SET NULL
    );
    CREATE INDEX editions_of_series ON editions (series, id);
    CREATE TABLE letters (
        id TEXT PRIMARY KEY, edition INTEGER NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
        sender TEXT NOT NULL, recipient TEXT NOT NULL, content BLOB NOT NULL,
        fate TEXT NOT NULL CHECK (fate IN ('queued', 'sending', 'sent', 'refused', 'unknown')),
        reason TEXT NOT NULL DEFAULT ''
    );
    CREATE INDEX letters_by_fate ON letters (fate);
    CREATE TABLE seen (
        series TEXT NOT NULL, sha256 TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL,
        PRIMARY KEY (series, sha256)
    ) WITHOUT ROWID;
    CREATE TABLE channels (
        series TEXT NOT NULL, channel TEXT NOT NULL, cutoff TEXT, failing_since TEXT, told_dead TEXT,
        PRIMARY KEY (series, channel)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE records (
        brief INTEGER PRIMARY KEY REFERENCES briefs (id) ON DELETE CASCADE, record BLOB NOT NULL
    );
    """,
    """
    ALTER TABLE replies ADD COLUMN day TEXT NOT NULL DEFAULT '';
    ALTER TABLE pages ADD COLUMN day TEXT NOT NULL DEFAULT '';
    """,
)
"""One script a version of the schema (`PRAGMA user_version`); a released one never changes."""
