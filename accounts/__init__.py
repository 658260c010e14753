"""Who somebody is: log-in, second factors, sessions, and what is kept of a form when a session has ended.

In: requests, accounts of Django. Out: a request of a person who proved who they are, or a page that says what to do.
May not import: `articles`, `citations`, `products` or `evidence`; it asks for permissions by their names alone.
"""
