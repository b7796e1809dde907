"""Who comes in, and how: a code to a phone, a password, a staff number with its firm's code. Nobody signs up."""

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]

LOGIN_URL = "account_request_login_code"
LOGIN_REDIRECT_URL = "/home/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"

ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_USER_DISPLAY = "accounts.names.display"
ACCOUNT_LOGIN_METHODS = {"phone"}
ACCOUNT_SIGNUP_FIELDS = ["phone*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 5 * 60
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": "100/m/ip,5/300s/key",
    "request_login_code": "300/m/ip,3/m/key,10/h/key",
    "join": "300/d/ip,5/d/key",
    "verify_phone": "1/30s/key,100/m/ip",
}
"""Per person as strict as allauth's own; per address wide, since a whole firm comes from one."""
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_FORMS = {"login": "accounts.forms.PasswordForm", "request_login_code": "accounts.forms.PhoneCodeForm"}
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}

MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Liancai"

ACCOUNTS_STAFF_LOOKUP = "ecosystem.queries.find_person_by_staff_no"
"""`(firm_code, staff_no) -> User | None`: accounts stands below the room that knows staff numbers."""

SMS_GATEWAY = "messaging.sms.NoGateway"
