package io.attune.integration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.customer.Given;
import io.attune.customer.Identity;
import io.attune.customer.Origin;
import io.attune.integration.CustomerRequest.IdentityFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What another system tells of a customer: checked as a whole, so that nothing of it is taken in unless all of it is right.
 *
 * @param identities in place of all old ones; null to leave them
 */
public record GivenProfile(Given given, @Nullable List<Identity> identities) {
    private static final TypeReference<Map<String, @Nullable Object>> FIELDS = new TypeReference<>() {};

    /**
     * @param origin of everything that names none of its own
     * @throws JsonProcessingException when a field is unknown or of another type
     * @throws io.attune.problem.ProblemException 400 with everything else that is wrong
     */
    public static GivenProfile read(ObjectMapper json, ObjectNode body, Origin origin) throws JsonProcessingException {
        CustomerRequest request = json.treeToValue(body, CustomerRequest.class);
        CustomerRequestCheck.check(request, origin.at());
        var origins = new HashMap<String, Origin>();
        if (request.origins() != null) {
            request.origins().forEach((name, fields) -> origins.put(name, fields.over(origin)));
        }
        var fields = json.convertValue(body.deepCopy().without(List.of("identities", "origins")), FIELDS);
        return new GivenProfile(
                new Given(fields, origin, origins),
                request.identities() == null
                        ? null
                        : request.identities().stream()
                                .map(IdentityFields::identity)
                                .toList());
    }
}
