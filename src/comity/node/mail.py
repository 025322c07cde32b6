"""A message handed to the mail server that `node.toml` names: over TLS, by STARTTLS, or plain where it says so."""

import smtplib
import ssl
from contextlib import closing, suppress
from email.message import EmailMessage

from comity.node.settings import Settings

TIMEOUT_S = 30.0
"""Seconds that the mail server has for each step."""


def hand_over(settings: Settings, mail: EmailMessage) -> None:
    """Give a message to the server, or raise what stands in the way (`OSError`, `smtplib.SMTPException`)."""
    host, port = settings.reminders_smtp_host, settings.reminders_smtp_port
    if settings.reminders_smtp_security == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=TIMEOUT_S, context=ssl.create_default_context())
    else:
        server = smtplib.SMTP(host, port, timeout=TIMEOUT_S)
    with closing(server):
        if settings.reminders_smtp_security == "starttls":
            server.starttls(context=ssl.create_default_context())
        server.send_message(mail)
        with suppress(OSError, smtplib.SMTPException):  # it has the message, whatever it says to our farewell
            server.quit()
