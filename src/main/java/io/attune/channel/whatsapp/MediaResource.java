package io.attune.channel.whatsapp;

import io.attune.channel.whatsapp.store.MediaStore;
import io.attune.channel.whatsapp.store.MediaStore.Medium;
import io.attune.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** A file that a customer sent, for agents. */
@Path("/api/v1/media/{id}")
@RolesAllowed({"agent", "supervisor"})
@Blocking
class MediaResource {
    private final MediaStore store;

    MediaResource(MediaStore store) {
        this.store = store;
    }

    /** Kept away from the pages: it is a stranger's file, whatever it says it is. */
    @GET
    public Response get(@PathParam("id") String id) {
        Medium medium = store.find(id)
                .filter(found -> found.state().equals("here"))
                .orElseThrow(() -> ProblemException.notFound("no such file"));
        StreamingOutput body = out -> store.write(id, out);
        return Response.ok(body, medium.mime())
                .header("Content-Length", medium.bytes())
                .header("Content-Disposition", "attachment; filename=\"" + medium.kind() + "\"")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
