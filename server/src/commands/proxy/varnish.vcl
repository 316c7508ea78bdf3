# Varnish in front of Warta, printed by `warta proxy varnish` for SITE.
# Save it as /etc/varnish/default.vcl. Varnish tells Warta the addresses of readers by itself, and so does what speaks TLS before it;
# Warta must know whom to believe. In Leptos.toml, with the addresses of both:
#   [server]
#   trusted_proxies = ["127.0.0.1", "::1"]
vcl 4.1;

backend default {
    .host = "BACKEND_HOST";
    .port = "BACKEND_PORT";
}

sub vcl_recv {
    # An answer to POST is one reader's own, also at the address of an article: a proxy that keeps it is broken.
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    # What is one reader's own, or differs from moment to moment. Nothing of it may be kept, whatever else is set.
    if (req.url ~ "PERSONAL") {
        return (pass);
    }
    # Every other page is the same for everyone.
    unset req.http.Cookie;
}

sub vcl_backend_response {
    if (beresp.http.Cache-Control ~ "(?i)private|no-store") {
        set beresp.uncacheable = true;
        return (deliver);
    }
}
