package io.attune.channel.rest;

import io.attune.access.Current;
import io.attune.access.Roles;
import io.attune.attachment.Attachment;
import io.attune.attachment.Attachments;
import io.attune.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Gives a file back: to the customer who sent it, and to agents. Always as a download, of the type that its bytes have, with
 * nothing in it allowed to run.
 */
@Path("/api/v1/files/{id}")
@Blocking
class FileResource {
    private final Attachments attachments;
    private final Current current;
    private final SecurityIdentity identity;

    FileResource(Attachments attachments, Current current, SecurityIdentity identity) {
        this.attachments = attachments;
        this.current = current;
        this.identity = identity;
    }

    @GET
    @RolesAllowed({Roles.CUSTOMER, Roles.AGENT, Roles.SUPERVISOR})
    public Response get(@PathParam("id") String id) {
        Attachment file =
                attachments.find(id).filter(this::maySee).orElseThrow(() -> ProblemException.notFound("no such file"));
        return Response.ok(attachments.open(file))
                .type(file.mime())
                .header("Content-Length", file.bytes())
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(file.name()))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Cache-Control", "private, max-age=3600")
                .build();
    }

    private boolean maySee(Attachment file) {
        return !identity.hasRole(Roles.CUSTOMER) || current.caller().owns(file.customer());
    }

    /** As RFC 8187 wants it. */
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
