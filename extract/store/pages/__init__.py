"""What each page of the browser shows, read from the database: one module a page.

Every function takes a connection and plain values and returns dicts; nothing here knows HTML.
Texts are as stored; the same database gives the same answer.
"""
