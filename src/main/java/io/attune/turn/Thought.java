package io.attune.turn;

import io.attune.aptitude.Beliefs;
import io.attune.aptitude.Estimates;
import io.attune.decision.Decision;
import io.attune.decision.Heard;
import io.attune.message.Language;
import java.util.List;

/**
 * What came of thinking about a conversation.
 *
 * @param heard the messages that it answers, as they were understood; none for a greeting
 * @param language of the answer
 * @param beliefs what is believed of the customer, the observations of this turn included
 * @param grounds what the decision was made from
 */
record Thought(
        List<Heard> heard,
        Language language,
        Estimates estimates,
        Beliefs beliefs,
        Decision decision,
        Grounds grounds) {}
