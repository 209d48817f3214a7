package io.attune.channel.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attune.access.Roles;
import io.attune.attachment.Attachment;
import io.attune.attachment.Attachments;
import io.attune.attachment.Kept;
import io.attune.conversation.Appended;
import io.attune.conversation.Header;
import io.attune.message.Content;
import io.attune.message.Ids;
import io.attune.problem.Problem;
import io.attune.problem.ProblemException;
import io.attune.turn.Reception;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** A file as a message: kept first, then said, under one key, so that sending again after a lost answer is safe. */
@Path("/api/v1/conversations/{conv}/files")
@RolesAllowed(Roles.CUSTOMER)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class UploadResource {
    private static final int LONGEST_CAPTION = 1000;

    private final OwnConversations own;
    private final Attachments attachments;
    private final Reception reception;

    UploadResource(OwnConversations own, Attachments attachments, Reception reception) {
        this.own = own;
        this.attachments = attachments;
        this.reception = reception;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sent(String id, long seq, Content content) {}

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public CompletionStage<Response> upload(
            @PathParam("conv") String conv,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @RestForm(FileUpload.ALL) List<FileUpload> files,
            @RestForm("text") @Nullable String text)
            throws IOException {
        Header header = own.find(conv);
        if (key == null || !Ids.isId(key)) {
            throw ProblemException.badRequest("Idempotency-Key", "missing, or not 1 to 64 of A-Za-z0-9_.:-");
        }
        if (files.size() != 1 || !files.getFirst().name().equals("file")) {
            throw ProblemException.badRequest("file", "exactly one part of this name is needed");
        }
        if (text != null && text.length() > LONGEST_CAPTION) {
            throw ProblemException.badRequest("text", "at most " + LONGEST_CAPTION + " characters");
        }
        FileUpload file = files.getFirst();
        Attachment attachment = kept(attachments.keep(
                new Attachments.Upload(header.id(), header.customer(), key, file.fileName(), file.uploadedFile())));
        Content content = Content.Attached.of(
                attachment.url(),
                attachment.mime(),
                attachment.name(),
                attachment.bytes(),
                text == null || text.isBlank() ? null : text.strip());
        return reception
                .accept(
                        new Reception.Inbound(header.id(), header.channel(), key, content, null),
                        List.of(attachments.attach(attachment)))
                .thenApply(appended -> answer(key, content, appended));
    }

    private static Attachment kept(Kept kept) {
        return switch (kept) {
            case Kept.Done done -> done.attachment();
            case Kept.TooLarge(long most) -> throw refused(413, "a file may have " + most + " bytes at most");
            case Kept.Empty e -> throw ProblemException.badRequest("file", "is empty");
            case Kept.NotTaken n -> throw refused(415, "files of this type are not taken");
            case Kept.TooMany(int most, var per) ->
                throw ProblemException.tooMany("at most " + most + " files in " + per.toHours() + " h", per);
            case Kept.Clash c -> throw refused(422, "another file was sent under this Idempotency-Key");
        };
    }

    private static Response answer(String key, Content content, Appended appended) {
        return switch (appended) {
            case Appended.Done done ->
                Response.status(201)
                        .entity(new Sent(key, done.firstSeq(), content))
                        .build();
            case Appended.Duplicate dup ->
                Response.status(201)
                        .header("Idempotent-Replayed", "true")
                        .entity(new Sent(key, dup.seq(), content))
                        .build();
            case Appended.IdConflict c -> throw refused(422, "another message was sent under this Idempotency-Key");
            case Appended.Refused r -> throw ProblemException.conflict("the conversation does not take this");
            case Appended.Unknown u -> throw OwnConversations.notFound();
        };
    }

    private static ProblemException refused(int status, String detail) {
        return new ProblemException(Problem.of(status, detail));
    }
}
