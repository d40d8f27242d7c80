"""What Alembic runs for each migration: our connection, our transaction, nothing of its own."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transaction_per_migration=False)
context.run_migrations()
