package io.attune.attachment;

import io.attune.attachment.store.AttachmentStore;
import io.attune.customer.KeptElsewhere;
import jakarta.inject.Singleton;

/** A customer's files, for their export and for being forgotten. The export says where each is fetched. */
@Singleton
public class AttachmentsOfCustomer implements KeptElsewhere {
    private final AttachmentStore store;

    AttachmentsOfCustomer(AttachmentStore store) {
        this.store = store;
    }

    record Listed(String conv, String name, String mime, long bytes, java.time.Instant at, String url) {}

    @Override
    public String section() {
        return "files";
    }

    @Override
    public Object export(String customer) {
        return store.of(customer).stream()
                .map(a -> new Listed(a.conv(), a.name(), a.mime(), a.bytes(), a.at(), a.url()))
                .toList();
    }

    @Override
    public void erase(String customer) {
        store.erase(customer);
    }
}
