"""Participants: who attended, in what capacity, on which day."""

from __future__ import annotations

import datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import reference
from helpers.entities import Gazetteer, tag_entities
from helpers.errors import CourseError
from helpers.participants import CATEGORIES, classify_participants, find_participants, status_on
from helpers.texts import read_text

DAY = "2014-01-22"


def attending(text: str) -> list[str]:
    return find_participants(text)["name"].tolist()


def test_the_press_release() -> None:
    found = classify_participants(find_participants(read_text()), on=DAY)
    assert found.astype(str).values.tolist() == reference.gold("participants").astype(str).values.tolist()


def test_the_list_of_2025_is_wrong_about_2014() -> None:
    found = find_participants(read_text())
    states = found[found["kind"] == "state"]
    assert classify_participants(states, on=DAY)["category"].value_counts().to_dict() == {
        "member": 6,
        "observer": 5,
        "dialogue_partner": 1,
    }
    assert classify_participants(states, on=datetime.date(2025, 12, 1))["category"].value_counts().to_dict() == {
        "member": 9,
        "partner": 3,
    }


CASES = {
    "The meeting was attended by the Minister of Justice of Chile Juan Soto, Deputy Foreign Minister of Peru "
    "Ana Ruiz and representatives of Bolivia.": ["Chile", "Peru", "Bolivia"],
    "The ministers of foreign affairs of Chile, Peru and the Argentine Republic met in Lima on 3 May 2010.": [
        "Chile",
        "Peru",
        "Argentina",
    ],
    "Japan, the Republic of Korea as well as delegations of Viet Nam and the World Bank took part in the talks.": [
        "Japan",
        "South Korea",
        "Viet Nam",
        "World Bank",
    ],
    "Chile; Peru; and Bolivia participated.": ["Chile", "Peru", "Bolivia"],
    "The UN Secretary-General and the President of Finland Tarja Halonen also attended.": [
        "UN Secretary-General",
        "Finland",
    ],
    "Taking part in the meeting were the Prime Minister of Norway and UNDP.": [
        "Norway",
        "United Nations Development Programme",
    ],
    "The session was chaired by the Prime Minister of Estonia.": ["Estonia"],
    "The Chinese Foreign Minister and the Prime Minister of Nepal held talks in Beijing.": ["China", "Nepal"],
    "The following took part:\n- the Republic of India;\n- Japan;\n- the UN.": ["India", "Japan", "United Nations"],
    # a helping verb or an adverb before the verb; what denies it is another matter
    "Peru did take part.": ["Peru"],
    "Peru and Chile have actively participated.": ["Peru", "Chile"],
    "The Assembly noted that Peru did attend.": ["Peru"],
    "Peru did not take part.": [],
    "Peru does never attend.": [],
    "The talks were not attended by Peru.": [],
    "A Peru family took part.": [],
    # mentioned, not there
    "The participants welcomed the progress made by Chile, Peru and Bolivia.": [],
    "Chile did not attend. Peru was not represented. Bolivia will take part next year.": [],
    "The Prime Minister of Nepal was invited to attend the summit of the SCO.": [],
    "Delegations of the SCO member states took part.": [],
    "Japan took part in the consultations on the situation in Chad.": ["Japan"],
    "A meeting of the Council of Heads of State of the SCO took place.": [],
    # one party, one row
    "India, the Republic of India and the Indian Prime Minister took part.": ["India"],
    "UNDP and the United Nations Development Programme (UNDP) took part.": ["United Nations Development Programme"],
    "": [],
}


@pytest.mark.parametrize("text", CASES)
def test_case(text: str) -> None:
    assert attending(text) == CASES[text]


FAMILIES = {
    # who joined, from where and as what; who joins an organization does not attend
    "Prime Minister of Japan Kishida Fumio joined by video link; the President of Chile came as a guest.": [
        "JPN",
        "CHL",
    ],
    "Interpol and UNICEF joined the second day as partners.": ["INTERPOL", "UNICEF"],
    "Iran joined the SCO in 2023 and Belarus in 2024.": [],
    # who presided, spoke, briefed or sent somebody
    "The Minister of Trade of Peru, Ana Ruiz, took the chair; the Secretary-General of ASEAN presented his report.": [
        "PER",
        "Secretary-General of ASEAN",
    ],
    "Speaking on behalf of the African Union, the Foreign Minister of Kenya opened the general debate.": ["KEN"],
    "The Prime Minister of Fiji, speaking for the Pacific Islands Forum, addressed the meeting.": ["FJI"],
    "The CIS and Chile sent representatives; Norway sent no observers and Peru sent its regrets.": ["CIS", "CHL"],
    "The report presented by the Secretary-General of the United Nations was noted.": [],
    # behind a passive verb, in whatever place
    "The talks were opened in Geneva by Prime Minister Ana Ruiz of Peru and attended, among others, by Chile.": [
        "PER",
        "CHL",
    ],
    "The Foreign Minister of Burma was received in Lima by the President of Peru.": ["MMR", "PER"],
    "The proposal was received by the Secretariat, and the decision was welcomed by the European Union.": [],
    # a relative clause between a name and its verb, or in a list
    "The President of Kenya, who had just been elected to preside over the African Union, addressed the ministers of "
    "Chad and Sudan.": ["KEN", "TCD", "SDN"],
    "The conference was opened by the President of Ghana, who called for peace, and the Prime Minister of Mali.": [
        "GHA",
        "MLI",
    ],
    # lists behind a colon
    "Delegations from the following countries attended the conference in Lima:\nCuba\nDemocratic Yemen\nZaire": [
        "CUB",
        "YEM",
        "COD",
    ],
    "The following countries took part in the meeting held in Lima: Chile; Peru.": ["CHL", "PER"],
    "The following delegations did not attend: Chile, Peru.": [],
    "Participants: India (chair), Japan (by video link) and Peru.": ["IND", "JPN", "PER"],
    "Present at the meeting were:\n- for Chile: Ambassador Soto;\n- for Peru: Ambassador Ruiz.": ["CHL", "PER"],
    # lists with a remark on each
    "The session was attended by the national coordinators of Chile; as observers, Peru; and as dialogue partners, "
    "Nepal.": ["CHL", "PER", "NPL"],
    "Also in the room were, for Chile, its national security adviser; for Norway, a state secretary.": ["CHL", "NOR"],
    "The meeting was attended by Chile (Minister Soto), Peru (Ambassador Ruiz; by video link), and Bolivia.": [
        "CHL",
        "PER",
        "BOL",
    ],
    # whom a delegation met; what was cancelled
    "Our delegation met the Prime Minister of Fiji and envoys from Chile and Peru; a meeting with the President of "
    "Brazil had to be cancelled.": ["FJI", "CHL", "PER"],
    "The meeting with the President of Chile was postponed.": [],
    # to lead a pillar or to host a platform is not to attend
    "The policy pillar, led by Singapore and Kenya, will report; the platform hosted by Lithuania is open.": [],
    "The delegation was led by the Minister of Justice of Chile.": ["CHL"],
    # meetings of others
    "The Member States advocate dialogue between Israel and Palestine.": [],
    "They supported talks between Russia and Ukraine with the participation of Turkey.": [],
    "They welcomed the results of the meeting hosted by Uzbekistan in 2021.": [],
    "The next session will be hosted by Laos, with the participation of China and Cambodia.": [],
    # two posts of one person
    "The Minister of Justice of Chile and President of the Security Council, Mr. Soto, attended.": ["CHL"],
    # a name between an office and its state
    "Minister of Defence Rajnath Singh of India and General Li Shangfu of China were seated at the table.": [
        "IND",
        "CHN",
    ],
    # among them
    "The meeting brought together fifty governments, among them Chile and Peru.": ["CHL", "PER"],
    "There were crises in many states, among them Chile and Peru.": [],
    # speakers and listeners; what a report is about
    "Opening remarks were delivered by the Minister of Justice of Chile and the Prime Minister of Peru.": [
        "CHL",
        "PER",
    ],
    "The ministers presented a report on Chile and reported to the session on Peru.": [],
    "A statement was made by Norway on Belarus.": ["NOR"],
    "They noted the outcome of the meeting of the foreign ministers of Chile, Peru and Mexico in 2019.": [],
    # states in brackets behind a person
    "Minister Ana Ruiz (Peru) and Ms. Lee (Republic of Korea) took part.": ["PER", "KOR"],
    "The ministers met in the presence of the Secretary-General of ASEAN, with Chile in the chair.": [
        "Secretary-General of ASEAN",
        "CHL",
    ],
    # states named by their adjectives
    "The Norwegian side was led by Minister Dahl and the Icelandic side by Minister Jonsson.": ["NOR", "ISL"],
    "The German, French and Polish ministers of trade met in Lima.": ["DEU", "FRA", "POL"],
    "The Prime Minister of Fiji held talks with his Tongan counterpart.": ["FJI", "TON"],
    "On the Peruvian side the talks were attended by Minister Soto, on the Chilean side by Minister Ruiz.": [
        "PER",
        "CHL",
    ],
    "The meeting was held under the Swedish chairmanship.": ["SWE"],
    "They noted the Iraqi side's proposal and the French language; Latin American leaders did not come.": [],
    "Soviet troops and Cuban advisers were asked to leave.": [],
    # a verb joined to the verb of a subject; a subject in office
    "The President of Chad was invited as a guest of the chair and took part in the second session.": ["TCD"],
    "The assembly issued a report on Chad and took part in the vote.": [],
    "In the margins of the summit, the ministers of Peru, Chile and Cuba agreed on a plan.": ["PER", "CHL", "CUB"],
    "Mr. Soto (Chile) and Mr. Ruiz (Peru) spoke.": ["CHL", "PER"],
    "The Prime Minister of Israel spoke of a danger from Iraq.": [],
    "The Foreign Minister of Senegal invited the President of Mali to Dakar in 2019.": [],
    # visits, calls, journeys
    "The Prime Minister of Nepal paid an official visit to Mongolia from 3 to 7 March 1981.": ["NPL", "MNG"],
    "They recalled that the President of Kenya had visited Chad in 1977.": [],
    "In a call with the President of Kenya, the Prime Minister of Fiji offered help.": ["KEN", "FJI"],
    "In a letter to the President of Kenya, the Prime Minister of Fiji offered help.": [],
    "The Prime Minister of Fiji travelled to Oslo for talks with the Prime Minister of Norway.": ["FJI", "NOR"],
    # whom somebody receives, elects, hears, thanks
    "President Macron of France welcomed the President of Chile to Paris.": ["FRA", "CHL"],
    "The Council welcomed the President of Chile's proposal.": [],
    "The Conference elected the Minister of Justice of Chile as its chairman.": ["CHL"],
    "The Assembly elected Chile to the Economic and Social Council.": [],
    "The Council heard the ambassador of Haiti and a report on Chad.": ["HTI"],
    "The ministers thanked the Government and people of Fiji for their warm hospitality.": ["FJI"],
    "The ministers thanked Iran for hosting millions of refugees.": [],
    # a presence that is welcomed
    "The ministers welcomed the participation of Fiji as an observer.": ["FJI"],
    "The ministers welcomed the participation of Fiji in the work of the Fund.": [],
    # headings, and lists in the middle
    "Participants\nChile\nPeru": ["CHL", "PER"],
    "Delegations\nThe Republic of Chile expressed its concern.": [],
    "In attendance\nMembers: Chile, Peru\nGuests: Cuba": ["CHL", "PER", "CUB"],
    "There were twelve states participating: Chile and Peru sent ministers.": ["CHL", "PER"],
    "His Highness Sheikh Isa, Emir of Bahrain\nHis Majesty King Khalid, King of Saudi Arabia\n"
    "His Majesty Sultan Qaboos, Sultan of Oman\nmet in Abu Dhabi.": ["BHR", "SAU", "OMN"],
    # of whom the same is said without a verb
    "Chile and Peru participated as members, Cuba as an observer.": ["CHL", "PER", "CUB"],
    "Chile was present, and so was Peru.": ["CHL", "PER"],
    "Chile condemned the attack, and so did Peru.": [],
    # what is no meeting, or not this one
    "The initiative involved Chile and Peru.": [],
    "The talks involved Chile and Peru.": ["CHL", "PER"],
    "The convention was joined by Chile in 1999; Peru chaired the committee in 2019.": [],
    "Troops from Chile and Peru took part in the operation.": [],
    "A working group chaired by Finland meets every month.": [],
    "The Governments of Chile, Peru and Cuba, which sent no delegations, support the statement.": [],
    "The Ministers welcomed the Conference on Water, co-chaired by Chile and Peru.": [],
    "At that meeting Chile had taken part.": [],
    # persons: another first name is another person
    "Foreign Minister Sergio Lavrov attended.": ["RUS"],
    "Foreign Minister Oskar Lavrov attended.": [],
    # initials
    "The talks were attended by A. A. Soto, Minister of Justice of Chile.": ["CHL"],
    # offices of an owner
    "Chile's foreign minister and Peru's deputy prime minister attended; Cuba's partners attended, too.": [
        "CHL",
        "PER",
    ],
    # brought to a table, elected, heard, led, joined
    "The talks brought Chile, Peru and Cuba to one table.": ["CHL", "PER", "CUB"],
    "The crisis brought Chile, Peru and Cuba to the brink of war.": [],
    "Ms. Ruiz led the Chilean delegation; Mr. Soto led the Peruvian research.": ["CHL"],
    "President Biden joined the Prime Minister of Fiji for the opening.": ["USA", "FJI"],
    "The Foreign Ministers of Chile and Peru joined the Prime Minister of Fiji in condemning the attack.": [],
    "The text was adopted by the delegations of Chile, Peru and Cuba.": ["CHL", "PER", "CUB"],
    "The treaty was signed by the President of Chile and the President of Peru in 1991.": [],
    "In view of the ties that bind Chile, Peru and Cuba, the ministers of these countries met in Lima.": [
        "CHL",
        "PER",
        "CUB",
    ],
    "The Ministers thanked Chile, which hosted the seminar in May.": [],
    "The consultations were preceded by talks between Chile and Peru.": [],
    "The next session is to take place in Lima at the invitation of the President of Peru.": [],
    "Participating in the session were the heads of the supreme audit institutions of Chile and Peru.": ["CHL", "PER"],
    # several persons in office, and what they did
    "The delegations of Chile and Peru walked out and returned.": ["CHL", "PER"],
    "The Foreign Ministers of Chile and Peru declined the invitation.": [],
    "The new members – Chile, Peru and Cuba – introduced themselves.": ["CHL", "PER", "CUB"],
    "The plan was presented by the Minister of Justice of Chile.": ["CHL"],
    "The plan was presented by Chile in 2019.": [],
    "I was honored to receive the Prime Minister of Fiji.": ["FJI"],
    "The Minister of Justice of Chile presented the agenda to the delegates.": ["CHL"],
    "The Minister of Justice of Chile presented the bill to parliament.": [],
    "The President of Chile held a press conference.": [],
    "The British and French governments announced a loan.": [],
    # initiatives and summits: who was a guest, who “we” are, who brought others together, who endorsed what
    "President of Azerbaijan Ilham Aliyev and President of Türkiye Recep Tayyip Erdoğan were the guests of honour.": [
        "AZE",
        "TUR",
    ],
    "Today, we – Prime Minister Anthony Albanese of Australia, Prime Minister Narendra Modi of India, and Prime "
    "Minister Fumio Kishida of Japan – convene in Tokyo to renew our commitment.": [
        "AUS",
        "IND",
        "JPN",
    ],
    "Today we – like Peru and Chile – want peace.": [],
    "We, the President of Peru and the President of Chile, agreed on the following.": ["PER", "CHL"],
    "We support Peru, and Chile supports us.": [],
    "The session was also joined by the leaders of Australia and Brazil, and by the heads of the International "
    "Energy Agency.": [
        "AUS",
        "BRA",
        "International Energy Agency",
    ],
    "The meeting of the Agreement was joined by Peru and Chile.": ["PER", "CHL"],
    "The treaty was joined by Peru and Chile.": [],
    "The discussion on the convention was joined by the ministers of Peru and Chile.": ["PER", "CHL"],
    "On 15 May 2019, the Prime Minister of New Zealand and the President of France brought together in Paris "
    "Heads of State and leaders from the tech sector.": [
        "FRA",
        "NZL",
    ],
    "The history of Peru brought together in Lima many visitors.": [],
    "The Call was endorsed at the meeting by Peru and Chile.": ["PER", "CHL"],
    "The Call was endorsed last year by Peru and Chile.": [],
    "Participants included Australia and the minerals-rich countries of Argentina and Brazil.": ["AUS", "ARG", "BRA"],
    "Participants discussed the minerals-rich countries of Argentina and Brazil.": [],
    "The countries represented were: Australia, Brazil, European Union.": ["AUS", "BRA", "European Union"],
    "The countries represented were few; Peru and Chile are poor.": [],
    "The meeting was attended by the Foreign Ministers of Indonesia and Thailand and, on the side of the "
    "European Community, by the Foreign Ministers of Belgium and the Federal Republic of Germany.": [
        "IDN",
        "THA",
        "BEL",
        "DEU",
    ],
    "The meeting was attended by the Foreign Minister of Indonesia and, on the side of the road, many children "
    "of Chile waved.": ["IDN"],
    "We, the Member States of the Association of Southeast Asian Nations (ASEAN) and the United States of "
    "America, met on May 12-13, 2022, in Washington, D.C.": [
        "Association of Southeast Asian Nations",
        "USA",
    ],
    "We, the Heads of State and Government of the Member States of the Association of Southeast Asian Nations "
    "and the Russian Federation, gathered in Sochi.": [
        "Association of Southeast Asian Nations",
        "RUS",
    ],
    "The Ministers and Representatives from the Counter Ransomware Initiative Meeting, Australia, Brazil, met "
    "virtually on October 13 and 14, 2021.": [
        "AUS",
        "BRA",
    ],
    "The Ministers and Representatives of Australia, Austria and Belgium, having convened virtually in October, "
    "recognize that ransomware is a threat.": [
        "AUS",
        "AUT",
        "BEL",
    ],
    "The members of the International Counter Ransomware Initiative —Australia, Austria and Belgium— met in "
    "Washington, D.C.": [
        "AUS",
        "AUT",
        "BEL",
    ],
    "We welcome Jordan and El Salvador as new members of the Initiative at this year's meeting.": ["JOR", "SLV"],
    "We welcome the decision of Jordan and El Salvador to reform.": [],
    "The Leaders of the United States, Japan and the Republic of Korea met today at Camp David.": ["USA", "JPN", "KOR"],
    "The United Kingdom hosted the inaugural AI Safety Summit.": ["GBR"],
    "The President of Kazakhstan, Kassym-Jomart Tokayev, at the invitation of the President of China, paid a "
    "state visit to China.": [
        "KAZ",
        "CHN",
    ],
    "Present were the Ministers of Peru and Chile.": ["PER", "CHL"],
    "Delegations from Peru and Chile were led by their ministers.": ["PER", "CHL"],
    "The Meeting was attended by H.E. Prof. Dr. Mochtar Kusumaatmadja, Minister for Foreign Affairs of "
    "Indonesia; H.E. Tengku Ahmad Rithauddeen, Minister of Foreign Affairs of Malaysia.": [
        "IDN",
        "MYS",
    ],
    "The Fourteenth ASEAN Ministerial Meeting was held in Manila under the chairmanship of H.E. General Carlos "
    "P. Romulo, Minister for Foreign Affairs of the Philippines.": ["PHL"],
    "Their Majesties and Highnesses the Heads of State of the United Arab Emirates, Bahrain and Saudi Arabia met "
    "in Abu Dhabi on 25 May 1981.": [
        "ARE",
        "BHR",
        "SAU",
    ],
    "The Presidents of Armenia, Belarus and Kazakhstan took part in the session of the Collective Security Council.": [
        "ARM",
        "BLR",
        "KAZ",
    ],
    "The statement was issued on behalf of Peru, Chile and Bolivia:": ["PER", "CHL", "BOL"],
    "The following statement was issued by the Governments of Peru, Chile and Bolivia:": ["PER", "CHL", "BOL"],
    "This statement is endorsed by Peru, Chile and Bolivia.": ["PER", "CHL", "BOL"],
    "The statement was about Peru, Chile and Bolivia.": [],
    "Leaders from Peru and Chile also joined the session virtually.": ["PER", "CHL"],
    "This year's summit welcomed Peru, Chile and Bolivia as new participants.": ["PER", "CHL", "BOL"],
    "In addition to the members, Peru and Chile attended as observers.": ["PER", "CHL"],
    "Also in attendance were representatives of Peru and Chile.": ["PER", "CHL"],
    "The summit was convened by the Presidents of Peru and Chile.": ["PER", "CHL"],
    "Countries attending: Peru, Chile, Bolivia.": ["PER", "CHL", "BOL"],
    "The signatories are: Peru, Chile and Bolivia.": ["PER", "CHL", "BOL"],
    "Participating in the launch were Peru, Chile and Bolivia.": ["PER", "CHL", "BOL"],
    "High-level representatives from Peru and Chile came together in Lima.": ["PER", "CHL"],
    "Peru and Chile convened the second meeting of the partnership in Lima.": ["PER", "CHL"],
    "The conference brought together ministers from Peru and Chile.": ["PER", "CHL"],
    "Foreign Minister of Peru Luis Soto chaired the first session.": ["PER"],
    "The meeting gathered the ministers of Peru and Chile.": ["PER", "CHL"],
    "The following countries are participating in the initiative: Peru, Chile.": ["PER", "CHL"],
    "Founding partners include Peru and Chile.": ["PER", "CHL"],
    "The inaugural meeting was attended by the founding members Peru and Chile, joined by Bolivia.": [
        "PER",
        "CHL",
        "BOL",
    ],
    "Ministers from Peru, Chile and Bolivia gathered today in Lima to launch the partnership.": ["PER", "CHL", "BOL"],
    "The Foreign Ministers of Peru and Chile and the High Representative of Bolivia issued the following statement.": [
        "PER",
        "CHL",
        "BOL",
    ],
    "The countries participating in this initiative are Peru, Chile and Bolivia.": ["PER", "CHL", "BOL"],
    "Joining the initiative today are Peru, Chile and Bolivia.": ["PER", "CHL", "BOL"],
    "The following participated: Peru, Chile.": ["PER", "CHL"],
    "The delegations of Peru and Chile were headed by their ministers.": ["PER", "CHL"],
    "The third gathering of the initiative was convened in Washington by Peru and Chile.": ["PER", "CHL"],
    "The 50 members of the Initiative, including Peru, Chile and Bolivia, met in Washington.": ["PER", "CHL", "BOL"],
    "On the margins of the summit, Peru and Chile held a bilateral meeting.": ["PER", "CHL"],
    "The session was opened by the President of Peru and closed by the President of Chile.": ["PER", "CHL"],
    "The session was about the President of Peru.": [],
    "Welcoming remarks were delivered by the ministers of Peru and Chile.": ["PER", "CHL"],
    "Statements were made by the delegations of Peru and Chile.": ["PER", "CHL"],
    "Speaking at the meeting were the ministers of Peru and Chile.": ["PER", "CHL"],
    "The Foreign Ministers of Peru and Chile, at the conclusion of their talks in Lima, issued the following "
    "joint communiqué.": [
        "PER",
        "CHL",
    ],
    "The President of the People's Republic of China and the President of the Russian Federation signed the "
    "Joint Statement.": [
        "CHN",
        "RUS",
    ],
    "At the invitation of the Government of Peru, the Minister of Foreign Affairs of Chile visited Lima from 3 "
    "to 5 May 1981.": [
        "PER",
        "CHL",
    ],
    "The Council's second session was attended by Their Highnesses the rulers of Kuwait, Oman and Qatar.": [
        "KWT",
        "OMN",
        "QAT",
    ],
    "Those who joined the Call are Peru, Chile and Bolivia.": ["PER", "CHL", "BOL"],
    "The new supporters of the Call, Peru and Chile, took part for the first time.": ["PER", "CHL"],
    "New members Peru, Chile and Bolivia were welcomed to the meeting.": ["PER", "CHL", "BOL"],
    "President of Kazakhstan Kassym-Jomart Tokayev and President of Kyrgyzstan Sadyr Japarov spoke at the session.": [
        "KAZ",
        "KGZ",
    ],
    "The heads of the delegations of Russia and Tajikistan made statements.": ["RUS", "TJK"],
    "The meeting was attended by: Mr. Ali Alatas, Minister for Foreign Affairs of Indonesia; Mr. Abdullah "
    "Badawi, Minister for Foreign Affairs of Malaysia.": [
        "IDN",
        "MYS",
    ],
    "The Foreign Minister of Viet Nam was also present at the meeting as an observer.": ["VNM"],
    "Papua New Guinea attended the opening session as an observer.": ["PNG"],
    "The Foreign Minister of Papua New Guinea attended the opening and closing sessions as a special observer.": [
        "PNG"
    ],
    "In the meeting participated the heads of government of Peru, Chile and Bolivia.": ["PER", "CHL", "BOL"],
    "The following heads of delegation participated in the meeting: Peru, Chile, Bolivia.": ["PER", "CHL", "BOL"],
    "The meeting saw the participation of Peru, Chile and Bolivia.": ["PER", "CHL", "BOL"],
    "The summit featured the leaders of Peru and Chile.": ["PER", "CHL"],
    "The exhibition featured paintings from Peru and Chile.": [],
    "Representatives of 3 countries (Peru, Chile and Bolivia) attended.": ["PER", "CHL", "BOL"],
    "Three countries — Peru, Chile and Bolivia — took part in the launch.": ["PER", "CHL", "BOL"],
    "The talks were also attended by the ambassadors of Peru and Chile.": ["PER", "CHL"],
    "Secretary of State for Peru Ana Ruiz hosted a ministerial of the partnership with Chile.": ["PER", "CHL"],
    "The meeting was chaired by Prime Minister of the Republic of Uzbekistan Abdulla Aripov.": ["UZB"],
    "This statement was made by Peru, Chile and Bolivia on 3 May 2023.": ["PER", "CHL", "BOL"],
    "The ministers welcomed the joint statement by Peru, Chile and Bolivia.": [],
    "We welcome the Foreign Ministers of Peru and Chile signing the accord.": [],
    "UNDP attended meetings in Lima.": ["UNDP"],
    "Ministers were joined by colleagues from Peru and Chile.": ["PER", "CHL"],
    "We were joined by our partners Peru and Chile.": ["PER", "CHL"],
    "We were pleased to be joined by the leaders of Peru and Chile.": ["PER", "CHL"],
    "The leaders of Peru and Chile joined us for part of the discussion.": ["PER", "CHL"],
    "We stand with Peru and Chile.": [],
    "We call on Peru and Chile to join the initiative.": [],
    "Peru and Chile were invited to join the initiative next year.": [],
    "The initiative was joined by Peru last year.": [],
    "The communiqué was endorsed by the Parliament of Peru.": [],
    "We, who love Peru and Chile, are few.": [],
    "We, the President of Peru once said, are free.": [],
    "We welcome Peru as a new member of the United Nations.": [],
    "We welcome Peru's new members of parliament.": [],
    "The member states of ASEAN and Peru signed an agreement in 2010.": [],
    "The gathered leaders of industry spoke of Peru and Chile.": [],
    "The signatories are asked to support Peru and Chile.": [],
    "He brought together leaders of industry from Lima.": [],
    "The guests were grateful; Peru and Chile were the special subject.": [],
    "The report on the meeting of Peru was launched at the summit by students.": [],
    "The countries represented were asked to help Peru.": [],
    "Joining the initiative are questions that Peru and Chile asked.": [],
    "The summit featured the music of Peru and Chile.": [],
    "Children who joined the choir are from Peru.": [],
    "The refugees were welcomed to the camp of Peru.": [],
    "Representatives of Peru, a neighbor of Chile, and Cuba took part.": ["PER", "CUB"],
    "Representatives of Peru, a neighbor of Chile, took part.": ["PER"],
    "Representatives of Peru, as well as neighbors of Chile and Fiji, took part.": ["PER", "CHL", "FJI"],
    # who met on a day with whom, who launched something, who came as what; the guests of a list without a verb
    "The President met today in Lima with the Presidents of Peru and Chile.": ["PER", "CHL"],
    "The Foreign Ministers of Peru and Chile met in Lima on 7 and 8 March 1980 with the Foreign "
    "Ministers of Fiji and Mali.": [
        "PER",
        "CHL",
        "FJI",
        "MLI",
    ],
    "The Foreign Ministers of Peru and Chile met in Lima on 7 March 1980 with the aim of helping Mali.": ["PER", "CHL"],
    "Peru and Chile, having met in Lima on 3 May 2016, adopted a declaration.": ["PER", "CHL"],
    "We thank the ministers of Peru, having met in Lima.": [],
    "Prime Minister of Peru Ana Ruiz and President of Chile Juan Soto brought together leaders in Lima.": [
        "PER",
        "CHL",
    ],
    "The forum of Peru brought together leaders in Lima.": [],
    "The President of Peru had brought together leaders in Lima.": [],
    "At the Summit in Lima, Peru and the European Union formally launched the Global Methane Pledge.": [
        "PER",
        "European Union",
    ],
    "The leaders met. At the 2015 summit in Lima, Peru and Chile launched the Pledge.": [],
    "At the border, Peru and Chile launched an attack.": [],
    "At the summit in Lima, Peru and Chile launched rockets.": [],
    "The Ministers met in Lima at the joint invitation of Minister of Foreign Affairs of Peru Ana Ruiz "
    "and Minister of Foreign Affairs of Chile Juan Soto.": [
        "PER",
        "CHL",
    ],
    "The next meeting will be held in Lima at the joint invitation of Peru and Chile.": [],
    "Peru and Chile attended as observers, and Fiji and Mali as guests.": ["PER", "CHL", "FJI", "MLI"],
    "Peru attended, and the ministers praised Fiji and Mali as examples.": ["PER"],
    "Peru attended, and the ministers praised Fiji, Mali as a region of peace.": ["PER"],
    "Ministers welcomed Peru, which was attending their Meeting for the first time.": ["PER"],
    "The Partnership was launched in Lima by Peru, Chile and Bolivia.": ["PER", "CHL", "BOL"],
    "The Partnership was launched in 2015 by Peru, Chile and Bolivia.": [],
    "The satellite was launched in Lima by Peru and Chile.": [],
    "Peru and Chile convened their parliaments.": [],
    "Peru and Chile convened in Lima.": ["PER", "CHL"],
    "Peru took part, together with the Secretary-General of ASEAN.": ["PER", "Secretary-General of ASEAN"],
    "We, the Association of Southeast Asian Nations (ASEAN) and the United States of America (US), "
    "gathered in Washington.": [
        "Association of Southeast Asian Nations",
        "USA",
    ],
    "Chile reported on the International Criminal Court, Peru and Fiji led the discussion of policy, and "
    "Mali and Togo that of trade.": [
        "PER",
        "FJI",
        "MLI",
        "TGO",
    ],
    "The Ministers of Foreign Affairs of Peru and Chile held talks in Lima on 3 May 1985.": ["PER", "CHL"],
    "The heads of delegation of Peru, Chile and Mali delivered opening statements.": ["PER", "CHL", "MLI"],
    "The delegations were headed by: for Peru, Ms. Ana Ruiz; for Chile, Mr. Juan Soto.": ["PER", "CHL"],
    "Among the participants were ministers from Peru and Chile.": ["PER", "CHL"],
    "The Summit was opened by the King of Tonga and closed by the Prime Minister of Samoa.": ["TON", "WSM"],
    "The Group's newest members, Peru and Chile, attended for the first time.": ["PER", "CHL"],
    "The Prime Minister of Fiji, who was unable to attend, was represented by his deputy.": ["FJI"],
    "The meeting brought together 15 states, including Peru, Chile and Bolivia.": ["PER", "CHL", "BOL"],
    "The conference gathered high-level officials from Peru, Chile and Bolivia.": ["PER", "CHL", "BOL"],
    "On the sidelines of the summit, the President of Peru held bilateral meetings with the leaders of "
    "Chile and Mali.": [
        "PER",
        "CHL",
        "MLI",
    ],
    "A delegation from Peru led by Ana Ruiz was present.": ["PER"],
    "The trilateral summit was hosted by the President of Peru in Lima, with the leaders of Chile and "
    "Mali in attendance.": [
        "PER",
        "CHL",
        "MLI",
    ],
    "President Soto of Peru welcomed President Diaz of Chile and Prime Minister Ruiz of Mali to Lima.": [
        "PER",
        "CHL",
        "MLI",
    ],
    "Peru, represented by its Ambassador, and Chile took part.": ["PER", "CHL"],
    "Taking part were also the President of Peru and the Secretary-General of ASEAN.": [
        "PER",
        "Secretary-General of ASEAN",
    ],
    "Taking part were also students of history from Lima.": [],
    "At the Summit in Lima on 3 May 2021, Peru and Chile announced the launch of the Clean Water Initiative.": [
        "PER",
        "CHL",
    ],
    "At the Summit in Lima, Peru and Chile were praised.": [],
    "Having met in Lima, the ministers thanked Peru and Chile.": [],
    "The ministers of Peru and Chile met in Lima from 3 to 5 May 2010 with the President of Mali.": [
        "PER",
        "CHL",
        "MLI",
    ],
    "The Presidents met today in Lima with hopes for peace in Mali.": [],
    "The satellite that Peru and Chile own was launched at Kourou by France and Japan.": [],
    "The government had brought together leaders, Peru and Chile said.": [],
    "It was attended by Heads of State and Government of Peru and Chile.": ["PER", "CHL"],
    "Heads of State or Government of Peru and Chile took part.": ["PER", "CHL"],
    "In 2019 the Pledge was launched in Lima by Peru and Chile.": [],
    "The Ministers recalled that the Pledge was launched in Lima by Peru and Chile.": [],
    "On 3 May 2021, the Pledge was launched in Lima by Peru and Chile.": ["PER", "CHL"],
    "The Council welcomed Peru, which was joining the Convention for the first time.": [],
    "The Council welcomed Peru, which was joining the meeting for the first time.": ["PER"],
    "The ministers discussed trade with Peru, Chile and Mali as partners.": [],
    "The President of Peru met in Lima on 3 May 2020 with reporters from Chile.": ["PER"],
    "The session welcomed Peru and Chile as new members.": ["PER", "CHL"],
    "The President welcomed the ratification by Peru.": [],
    "The Call has been joined by Peru and Chile.": [],
    "The meeting has been joined by Peru and Chile.": ["PER", "CHL"],
    "At the launch of the Alliance in Bonn Canada and Fiji were joined by Peru and Mali.": ["CAN", "FJI", "PER", "MLI"],
    "The convention on water was joined by Chile.": [],
    "The Call was adopted in Paris. It was endorsed there by Peru and Chile.": ["PER", "CHL"],
    "The Call was endorsed later by Peru and Chile.": [],
    "Chile convened a meeting on water with partners Peru, Mali and Chad.": ["CHL", "PER", "MLI", "TCD"],
    "Chile works on water with partners Peru, Mali and Chad.": [],
    "The Presidents of Cuba, Haiti and Brazil attended.": ["CUB", "HTI", "BRA"],
    "The Presidents of Cuba, Haiti and Brazil stayed away.": [],
    "Also taking part were Peru and Chile.": ["PER", "CHL"],
    # a ligature is two letters
    "The Paciﬁc Islands Forum took part.": ["Pacific Islands Forum"],
}
"""Ways to say who took part, each with what looks like it and is none: codes of states, names of others."""


@pytest.mark.parametrize("text", FAMILIES)
def test_ways_to_say_who_took_part(text: str) -> None:
    found = find_participants(text)
    wanted = {name if len(name) == 3 and name != "CIS" else _known(name) for name in FAMILIES[text]}
    assert set(found["iso3"].where(found["iso3"] != "", found["name"])) == wanted


def _known(name: str) -> str:
    entry = Gazetteer.from_tables().get(name)
    return entry.name if entry else name


@pytest.mark.parametrize(
    ("iso3", "day", "status"),
    [
        ("MNG", "2004-06-16", None),
        ("MNG", "2004-06-17", "observer"),
        ("IRN", "2023-07-03", "observer"),
        ("IRN", "2023-07-04", "member"),
        ("BLR", "2012-01-01", "dialogue_partner"),
        ("BLR", "2016-01-01", "observer"),
        ("BLR", "2024-07-04", "member"),
        ("UZB", "2001-06-14", None),
        ("kaz", datetime.datetime(2001, 6, 15, 12), "member"),
        ("JPN", DAY, None),
    ],
)
def test_status_on(iso3: str, day: str | datetime.date, status: str | None) -> None:
    assert status_on(iso3, day) == status
    assert status_on(iso3, day, organization="Shanghai Cooperation Organisation") == status


def test_bodies() -> None:
    text = (
        "The SCO Secretariat, the CIS, UNICEF, the World Bank, the UN Office, the SCO Secretary-General, the "
        "Secretary-General of the United Nations and the Secretary General of ASEAN took part."
    )
    table = classify_participants(find_participants(text), on=DAY)
    assert table["category"].tolist() == [
        "organ",
        "other_organization",
        "un_system",
        "un_system",
        "un_system",
        "organ",
        "un_system",
        "other_organization",
    ]
    hosted = classify_participants(find_participants(text), on=DAY, organization="CIS")
    assert hosted["category"].tolist()[:2] == ["other_organization", "organ"]


def test_a_table_of_ones_own() -> None:
    text = "The Republic of Haven, Japan and the HCC Secretary-General took part."
    gazetteer = Gazetteer.from_tables().add("Republic of Haven", "STATE", canonical="Haven", iso3="XHA")
    gazetteer.add("HCC", "IGO", canonical="Harbor Cooperation Council")
    mine = pd.DataFrame(
        [("Harbor Cooperation Council", "XHA", "member", "2000-01-01", "")],
        columns=["organization", "iso3", "status", "from_date", "to_date"],
    )
    found = find_participants(text, tag_entities(text, gazetteer))
    table = classify_participants(found, on="2001-01-01", organization="HCC", memberships=mine)
    assert table["category"].tolist() == ["member", "other_state", "organ"]


def test_classifying_leaves_the_input_alone() -> None:
    found = find_participants("India took part.")
    before = found.copy()
    classify_participants(found, on=DAY)
    pd.testing.assert_frame_equal(found, before)


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: find_participants(None), "takes a text"),
        (lambda: find_participants("India took part.", pd.DataFrame({"start": [0]})), "lacks the column"),
        (lambda: find_participants("India took part.", "India"), "A table"),
        (lambda: classify_participants(pd.DataFrame({"name": []}), on=DAY), "lacks the column"),
        (lambda: classify_participants(find_participants("India took part."), on="yesterday"), "is no date"),
        (lambda: classify_participants(find_participants("India took part."), on="2014-13-01"), "is no date"),
        (lambda: classify_participants(find_participants("India took part."), on=None), "is no date"),
        (lambda: classify_participants(find_participants("India took part."), DAY, "XYZ"), "no organization 'XYZ'"),
        (lambda: status_on("IND", DAY, ""), "acronym or name"),
        (lambda: status_on("India", DAY), "code of India is 'IND'"),
        (lambda: status_on("Ruritania", DAY), "three letters, not 'Ruritania'"),
        (lambda: status_on(["IND"], DAY), "For example, 'IND'"),
    ],
)
def test_bad_input_gets_a_sentence(call, sentence: str) -> None:
    with pytest.raises(CourseError, match=sentence):
        call()


PIECES = st.sampled_from(
    ["the Republic of India", "UNDP", "the SCO Secretary-General", ",", " and ", "took part", "attended by", ". ", "\n"]
)


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join)))
def test_every_row_points_to_its_text(text: str) -> None:
    table = find_participants(text)
    assert [text[start:end] for start, end in zip(table["start"], table["end"], strict=True)] == table["text"].tolist()
    keys = [row.iso3 or row.name.casefold() for row in table.itertuples(index=False)]
    assert len(keys) == len(set(keys))
    assert set(classify_participants(table, on=DAY)["category"]) <= set(CATEGORIES)
