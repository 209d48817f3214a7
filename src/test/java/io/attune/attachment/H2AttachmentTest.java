package io.attune.attachment;

import io.attune.database.Address;

class H2AttachmentTest extends AttachmentSuite {
    @Override
    Address address() {
        return Address.of("jdbc:h2:mem:attachments;DB_CLOSE_DELAY=-1", "", "");
    }
}
