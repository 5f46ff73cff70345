"""Millions of documents, grouped on one machine or many: the same plan, the same groups as `pipeline`.

Only `frames` knows daft (extra `briefing[scale]`); what it runs on rows is here as plain functions, which
call `sentences`, `dedup` and `stories` as the pipeline does.
"""
