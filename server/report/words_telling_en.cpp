// What is told outside the report, in English.
#include "report/words_telling.hpp"

namespace viche::report {

const telling_words telling_words_en{
    .notice =
        {.heading = "INFORMATION NOTICE",
         .about = "on a strategy session",
         .invites = "{organ} invites residents of the community and everybody concerned to take "
                    "part in the strategy session “{title}”.",
         .question = "Question under discussion: {value}",
         .aim = "Aim: {value}",
         .ground = "Legal ground: {value}",
         .term = "Term of the strategy: {value}",
         .begins = "Date and time: {date}, beginning at {time}.",
         .place = "Place: {value}",
         .lasts = "Planned to last: {value}",
         .concerns = "The discussion concerns above all residents of these settlements: {value}",
         .ways = "How to submit a proposal: during the session from one’s own phone, with neither "
                 "registration nor an app, or orally or on paper through an operator in the hall.",
         .ways_code = "Session code for phones: {code}.",
         .form = "A proposal is a text of up to {limit} characters in one or two areas.",
         .areas = "Areas: {value}",
         .unnamed = "Proposals are submitted without stating an author.",
         .named = "Authors may state their name if they wish and consent.",
         .votes = "In the vote everybody will have {votes}, at most one for a proposal.",
         .becomes = "Proposals will be passed to the working group. The vote is a ranking: it "
                    "shows the priorities of those present and is no decision of the council.",
         .results = "The report on the session and the outcome of each proposal, by its number, "
                    "will be published.",
         .results_site = "The report on the session and the outcome of each proposal, by its "
                         "number, will be published at {site}.",
         .held_by = "Facilitated by: {value}",
         .partners = "Partners: {value}",
         .contact = "Contact person: {value}",
         .signed_on = "Drawn up on {date}."},
    .news = {.headline = "Results of the strategy session “{title}”",
             .held = "The strategy session “{title}” was held on {date}. Organised by: {organ}.",
             .held_at = "Place: {value}",
             .question = "The question was: {value}",
             .none = "No proposals were received.",
             .merged = "Merged with others of similar content: {n}.",
             .areas = "Most proposals concern these areas: {value}",
             .votes_given = "Altogether {votes} were given.",
             .first = "These came first in the vote:",
             .first_line = "{place}. {text} (No. {number}) — {votes}",
             .first_hands = "{votes} and raised hands: {hands}",
             .no_votes = "No votes were given.",
             .decided = "Outcomes: {value}",
             .next_steps = "Next steps: {value}",
             .report = "The report, and the outcome of each proposal by its number: {address}",
             .site = "Site: {value}",
             .contact = "Contact person: {value}"},
    .feed = {.title = "“{title}”: what became of the proposals",
             .published = "The results of the session are published",
             .published_about = "The report on the session “{title}” is published.",
             .decided = "Proposal No. {number}: {outcome}",
             .taken_back = "Proposal No. {number}: decision taken back",
             .taken_back_about = "The decision on this proposal that was published earlier no "
                                 "longer holds. There is no new one yet."},
    .results = {.unpublished = "The results are not published yet",
                .unpublished_about = "The report on the session “{title}” will appear on this page "
                                     "as soon as its facilitators publish it.",
                .come_back = "Keep this address and come back later. While the session goes on it "
                             "can be followed on its own page.",
                .session = "To the page of the session",
                .unknown = "There is no such session",
                .unknown_about = "Check the address: a session’s code has six digits; it is on the "
                                 "screen in the hall and in the announcement.",
                .start = "Enter a code",
                .other_language = "Українською"},
    .told = {.people = {"{n} person took part in the session.", "", "",
                        "{n} people took part in the session."},
             .submitted = {"{n} proposal was received.", "", "", "{n} proposals were received."},
             .published = {"{n} proposal is published.", "", "", "{n} proposals are published."},
             .voted = {"{n} person voted.", "", "", "{n} people voted."},
             .equal = {"{n} proposal shares the largest number of votes.", "", "",
                       "{n} proposals share the largest number of votes."},
             .considered = {"The council considered {n} proposal.", "", "",
                            "The council considered {n} proposals."}},
};

} // namespace viche::report
